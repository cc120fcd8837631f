package org.hashaven.cli.command;

import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven completion}: the script with which bash and zsh complete the program's words. */
public final class CompletionCommand implements Command {

	@Override
	public String name() {
		return "completion";
	}

	@Override
	public void declare(CommandSpec spec) {
		// nothing but the options all commands have
	}

	@Override
	public Status run(ParseResult line, Session session) {
		session.console().line(AutoComplete.bash("haven", line.commandSpec().root().commandLine()));
		return Status.DONE;
	}
}
