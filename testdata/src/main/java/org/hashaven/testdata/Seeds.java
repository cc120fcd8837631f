package org.hashaven.testdata;

/**
 * Seeds of random tests: fresh on every run, printed on failure, and given again to replay.
 *
 * <pre>
 * long seed = Seeds.next();
 * Random random = new Random(seed);
 * assertThat(found).as(Seeds.describe(seed)).isEqualTo(expected);
 * </pre>
 */
public final class Seeds {

	/** The system property that fixes the seed: {@value}. */
	public static final String PROPERTY = "haven.seed";

	private Seeds() {
	}

	/**
	 * The seed of this run: the one the system property names, else a fresh one.
	 *
	 * @throws IllegalArgumentException
	 *             when the property is set and is no whole number
	 */
	public static long next() {
		String wanted = System.getProperty(PROPERTY);
		if (wanted == null) {
			return System.nanoTime();
		}
		try {
			return Long.parseLong(wanted.strip());
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(PROPERTY + " is a whole number", e);
		}
	}

	/** What to add to the command to see this failure again; for failure messages. */
	public static String describe(long seed) {
		return "replay with -D" + PROPERTY + "=" + seed;
	}
}
