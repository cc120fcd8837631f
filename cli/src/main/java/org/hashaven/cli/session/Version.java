package org.hashaven.cli.session;

import java.io.IOException;
import org.hashaven.cli.text.Messages;
import org.hashaven.worker.Budget;
import org.hashaven.worker.Sandbox;

/** The program's version, as the build wrote it into the jar. */
public final class Version {

	private Version() {
	}

	/** The version alone; {@code unknown} when the classes do not come from a jar. */
	public static String number() {
		String version = Version.class.getPackage().getImplementationVersion();
		return version == null ? "unknown" : version;
	}

	/** Prints one line; if verbose, also how this system isolates the decoding of photos and videos, which a worker is started for. */
	public static Status print(boolean verbose, Session session) throws IOException {
		Console console = session.console();
		console.line("haven " + number());
		if (verbose) {
			Messages texts = session.texts();
			Sandbox sandbox = session.workers().pool().sandbox();
			console.line("Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
					+ System.getProperty("os.arch"));
			console.line(texts.get("sandbox"));
			console.line("  " + texts.get(sandbox.seccomp() ? "sandbox.seccomp" : "sandbox.seccomp.no"));
			console.line("  "
					+ (sandbox.landlock() > 0 ? texts.get("sandbox.landlock", sandbox.landlock()) : texts.get("sandbox.landlock.no")));
			console.line("  " + texts.get(sandbox.limits() ? "sandbox.limits" : "sandbox.limits.no"));
			console.line("  " + texts.get("sandbox.budget", Budget.DEFAULT.cpuSeconds(), Budget.DEFAULT.cpuSecondsPerMb(),
					Budget.DEFAULT.memoryMb()));
		}
		return Status.DONE;
	}
}
