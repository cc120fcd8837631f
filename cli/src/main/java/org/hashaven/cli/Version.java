package org.hashaven.cli;

/** The program's version, as the build wrote it into the jar. */
final class Version {

	private Version() {
	}

	/** The version alone; {@code unknown} when the classes do not come from a jar. */
	static String number() {
		String version = Version.class.getPackage().getImplementationVersion();
		return version == null ? "unknown" : version;
	}

	/** Prints one line. */
	static Status print(Session session) {
		session.console().line("haven " + number());
		return Status.DONE;
	}
}
