package org.hashaven.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven} without a command. */
final class RootCommand implements Command {

	@Override
	public String name() {
		return "haven";
	}

	@Override
	public void declare(CommandSpec spec) {
		// nothing but the options all commands have
	}

	@Override
	public Status run(ParseResult line, Session session) {
		return HelpCommand.printAsWrongUse(line, session);
	}
}
