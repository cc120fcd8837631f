package org.hashaven.cli.command;

import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.OptionSpecs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven} without a command. */
public final class RootCommand implements Command {

	/** With {@code --version}. */
	public static final String VERBOSE = "--verbose";

	@Override
	public String name() {
		return "haven";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.flag(VERBOSE));
	}

	@Override
	public Status run(ParseResult line, Session session) {
		return HelpCommand.printAsWrongUse(line, session);
	}
}
