package org.hashaven.cli;

/** How a command ended, as its exit status. */
enum Status {
	/** All was done; for {@code match}: something matched. */
	DONE(0),
	/** Nothing matched, or some inputs could not be used; all others were done. */
	PARTIAL(1),
	/** Wrong use, or nothing could be done at all. */
	FAILED(2),
	/** Nothing is to be blocked, but some lookups were not finished, or found only records that are held back: a person should look. */
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
