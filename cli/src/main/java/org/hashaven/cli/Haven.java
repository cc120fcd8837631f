package org.hashaven.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hashaven.cli.command.Command;
import org.hashaven.cli.command.CommandTree;
import org.hashaven.cli.command.HelpCommand;
import org.hashaven.cli.command.RootCommand;
import org.hashaven.cli.command.UsageErrors;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.session.Version;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Language;
import org.hashaven.cli.text.Messages;
import org.hashaven.worker.Sandbox;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** The program: reads the command line, runs the command, turns every failure into one line and an exit status. */
public final class Haven {

	/** Commands with an index, for which the JDK loads its network library: its files are read through channels. */
	private static final Set<String> OPEN_AN_INDEX = Set.of("match", "index", "evaluate", "demo");

	private Haven() {
	}

	/** Runs one command and ends the process with its status. */
	public static void main(String[] args) throws InterruptedException {
		Workers workers = prepare(args);
		Console console = Console.ofSystem(Terminal.ofSystem(System.getenv()));
		int status = run(args, console, System.getenv(), workers);
		workers.close();
		if (console.isSilent()) {
			Thread.currentThread().join(); // the process ends when what cleans up is done, not before
		}
		// Not System.exit, which first loads the JDK's logging to say so; everything is flushed and nothing of ours waits for the end.
		Runtime.getRuntime().halt(status);
	}

	/** The processes that decode for a command. If it reads an index, and does not serve it, this process opens no socket from here on. */
	static Workers prepare(String[] args) {
		Workers workers = Workers.of(args);
		if (Stream.of(args).anyMatch(OPEN_AN_INDEX::contains) && !serves(args)) {
			Sandbox.denySockets();
		}
		return workers;
	}

	/** Whether the command is the one that listens: an index to serve may have the name of another command. */
	private static boolean serves(String[] args) {
		return Stream.of(args).filter(word -> !word.startsWith("-") && Language.ofCode(word) == null).findFirst().filter("serve"::equals)
				.isPresent();
	}

	/** Runs one command. */
	static int run(String[] args, Console console, Map<String, String> environment, Workers workers) {
		Messages texts = Messages.of(Language.choose(args, environment));
		Session session = new Session(console, texts, workers);
		Status status;
		try {
			status = execute(args, session);
			console.flush();
		} catch (Console.OutputException e) {
			if (e.readerLeft()) {
				return Status.DONE.code();
			}
			session.message("failed.output");
			status = Status.FAILED;
		}
		return status.code();
	}

	private static Status execute(String[] args, Session session) {
		CommandLine tree = CommandTree.build(session.texts(), session.console().terminal(), args);
		try {
			ParseResult line = tree.parseArgs(args);
			return execute(line, session);
		} catch (ParameterException e) {
			UsageErrors.report(e, session);
			return Status.FAILED;
		}
	}

	private static Status execute(ParseResult root, Session session) {
		ParseResult line = root;
		while (!line.isUsageHelpRequested() && !line.isVersionHelpRequested() && line.hasSubcommand()) {
			line = line.subcommand();
		}
		try {
			if (line.isUsageHelpRequested()) {
				return HelpCommand.print(line.commandSpec().commandLine(), session);
			}
			if (line.isVersionHelpRequested()) {
				return Version.print(root.matchedOptionValue(RootCommand.VERBOSE, false), session);
			}
			return ((Command) line.commandSpec().userObject()).run(line, session);
		} catch (Console.OutputException e) {
			throw e;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Status.FAILED;
		} catch (IOException | HavenException | RuntimeException | Error e) {
			session.say(ErrorMessages.of(e, session.texts()));
			return Status.FAILED;
		}
	}
}
