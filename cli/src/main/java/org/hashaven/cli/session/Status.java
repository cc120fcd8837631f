package org.hashaven.cli.session;

/** How a command ended, as its exit status. */
public enum Status {
	/** All was done; for {@code match}: something matched. */
	DONE(0),
	/** For {@code match}: nothing matched. For others: some inputs could not be used; the rest was done. */
	PARTIAL(1),
	/** Wrong use, or nothing could be done at all. */
	FAILED(2),
	/**
	 * For {@code match}: nothing is to be blocked, but some inputs could not be read or not whole, some lookups were not finished, or they
	 * found only records that are held back: a person should look.
	 */
	UNJUDGED(3);

	private final int code;

	Status(int code) {
		this.code = code;
	}

	/** What the process gives back to its caller. */
	public int code() {
		return code;
	}
}
