package org.hashaven.cli.command;

import java.util.List;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** {@code haven help [COMMAND...]}: explains the program or one command. */
public final class HelpCommand implements Command {

	@Override
	public String name() {
		return "help";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.anyParameters("COMMAND"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws HavenException {
		CommandLine command = line.commandSpec().root().commandLine();
		for (String word : line.matchedPositionalValue(0, List.<String>of())) {
			CommandLine child = command.getSubcommands().get(word);
			if (child == null) {
				throw new HavenException("use.command", word);
			}
			command = child;
		}
		return print(command, session);
	}

	/** Prints the help of one command. */
	public static Status print(CommandLine command, Session session) {
		session.console().line(command.getUsageMessage().stripTrailing());
		return Status.DONE;
	}

	/** Prints the help of a command that was called without saying what to do. */
	public static Status printAsWrongUse(ParseResult line, Session session) {
		session.console().message(line.commandSpec().commandLine().getUsageMessage().stripTrailing());
		return Status.FAILED;
	}
}
