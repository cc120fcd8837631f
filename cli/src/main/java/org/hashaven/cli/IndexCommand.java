package org.hashaven.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index}, the group of the commands that keep an index. */
final class IndexCommand implements Command {

	@Override
	public String name() {
		return "index";
	}

	@Override
	public void declare(CommandSpec spec) {
		// its commands have the words
	}

	@Override
	public Status run(ParseResult line, Session session) {
		return HelpCommand.printAsWrongUse(line, session);
	}
}
