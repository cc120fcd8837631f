package org.hashaven.cli.command;

import java.util.List;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index}, the group of the commands that keep an index. */
public final class IndexCommand implements Command {

	@Override
	public String name() {
		return "index";
	}

	@Override
	public void declare(CommandSpec spec) {
		// its commands have the words
	}

	@Override
	public List<Command> members() {
		return List.of(new IndexCreateCommand(), new IndexAddCommand(), new IndexWithdrawCommand(), new IndexExportCommand(),
				new IndexStatsCommand(),
				new IndexVerifyCommand(), new IndexCompactCommand());
	}

	@Override
	public Status run(ParseResult line, Session session) {
		return HelpCommand.printAsWrongUse(line, session);
	}
}
