package org.hashaven.hash;

/**
 * The range of PDQ's quality: how much detail the hashed picture has. 0 is a plain surface, 100 is the most that is distinguished.
 */
public final class Quality {

	/** The highest quality; also that of a record whose list names none. */
	public static final int MAX = 100;

	private Quality() {
	}

	/** Whether this is a quality: 0..{@value #MAX}. */
	public static boolean isValid(long quality) {
		return quality >= 0 && quality <= MAX;
	}

	/**
	 * Checks a quality.
	 *
	 * @throws IllegalArgumentException
	 *             when it is not 0..{@value #MAX}
	 */
	public static void requireValid(int quality) {
		if (!isValid(quality)) {
			throw new IllegalArgumentException("quality is 0.." + MAX + ", not " + quality);
		}
	}
}
