package org.hashaven.cli.command;

import java.io.IOException;
import org.hashaven.cli.command.ServeRunner.KeyRequest;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven serve}: the platform's service, or the keys of one. Knows no class of the service itself: the survivor's class path has
 * none.
 */
public final class ServeCommand implements Command {

	private static final int MAX_EXPIRY_DAYS = 3_650;
	private static final int MAX_REQUESTS_PER_SECOND = 1_000_000;

	@Override
	public String name() {
		return "serve";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
		ServeSettings.declare(spec);
		spec.addOption(OptionSpecs.text("--new-key", "ROLES"));
		spec.addOption(OptionSpecs.text("--key-name", "NAME"));
		spec.addOption(OptionSpecs.number("--expires", 1, MAX_EXPIRY_DAYS));
		spec.addOption(OptionSpecs.number("--requests-per-second", 1, MAX_REQUESTS_PER_SECOND));
		spec.addOption(OptionSpecs.flag("--list-keys"));
		spec.addOption(OptionSpecs.text("--revoke-key", "NAME"));
		spec.addOption(OptionSpecs.text("--backup", "FOLDER"));
		spec.addOption(OptionSpecs.flag("--audit"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		ServeRunner runner = new ServeRunner(Folders.of(line.matchedPositionalValue(0, "")), session);
		if (line.hasMatchedOption("--new-key")) {
			return runner.createKey(new KeyRequest(line.matchedOptionValue("--new-key", ""), line.matchedOptionValue("--key-name", ""),
					line.matchedOptionValue("--expires", 0), line.matchedOptionValue("--requests-per-second", 0)));
		}
		if (line.hasMatchedOption("--list-keys")) {
			return runner.listKeys();
		}
		if (line.hasMatchedOption("--revoke-key")) {
			return runner.revokeKey(line.matchedOptionValue("--revoke-key", ""));
		}
		if (line.hasMatchedOption("--backup")) {
			return runner.backUp(Folders.of(line.matchedOptionValue("--backup", "")));
		}
		if (line.hasMatchedOption("--audit")) {
			return runner.audit();
		}
		return runner.serve(ServeSettings.of(line, System.getenv()));
	}
}
