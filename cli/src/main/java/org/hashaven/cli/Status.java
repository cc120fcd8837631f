package org.hashaven.cli;

/** How a command ended, as its exit status. */
enum Status {
	/** All was done; for {@code match}: something matched. */
	DONE(0),
	/** Nothing matched, or some inputs could not be used; all others were done. */
	PARTIAL(1),
	/** Wrong use, or nothing could be done at all. */
	FAILED(2),
	/** Some lookups were not finished, and nothing else matched: what they would have found is not known. */
	UNJUDGED(3);

	private final int code;

	Status(int code) {
		this.code = code;
	}

	/** What the process gives back to its caller. */
	int code() {
		return code;
	}
}
