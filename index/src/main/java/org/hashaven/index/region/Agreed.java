package org.hashaven.index.region;

/**
 * What the hits of one listed picture say together.
 *
 * <p>
 * <b>What is a match.</b> {@value #LEAST_COUNT} regions that agree, where a part of either picture is in question; {@value #LEAST_IN_LINE}
 * where they all lie in a line, since many pictures have the same words written over them. Where the whole of the one is said to be the
 * whole of the other, upright, more is asked: two screenshots of one app, or two memes, have a frame in common and lie upon each other, and
 * the frame may give some regions. Then the hashes of the two whole pictures have a say: with n regions they may be {@value #WHOLE_BITS} +
 * {@value #BITS_A_REGION} n bits apart. Four regions ask for 64 bits; from twelve on nothing is asked, since hashes that have nothing to do
 * with each other are about 128 bits apart.
 *
 * @param count
 *            distinct pairs of regions that agree on one similarity; 0 without hits
 * @param breadth
 *            how broad the place is where they lie in the listed picture, 0 for a line: standard deviation across the line that they lie
 *            along, in parts of the longer side
 * @param scale
 *            of the listed picture in the upload, its longer side as part of the upload's longer side
 * @param degrees
 *            by which it is turned there, clockwise, -180..180
 * @param shownPercent
 *            how much of the listed picture the upload shows, about, 0..100
 * @param coveredPercent
 *            how much of the upload the listed picture covers, about, 0..100
 */
public record Agreed(int count, double breadth, double scale, double degrees, int shownPercent, int coveredPercent) {

	/** Fewest pairs that make a match. */
	public static final int LEAST_COUNT = 4;

	/** Without hits. */
	public static final Agreed NONE = new Agreed(0, 0, 1, 0, 0, 0);

	/** Fewest where all lie in a line, as letters do. */
	static final int LEAST_IN_LINE = 8;
	static final double LINE_BREADTH = 0.025;

	static final int WHOLE_BITS = 32;
	static final int BITS_A_REGION = 8;

	/** So much of both and more is the whole of both; places do not tell it better. */
	private static final int WHOLE_PERCENT = 75;
	private static final double UPRIGHT_DEGREES = 10;

	/** With so many regions no distance is too large. */
	private static final int ENOUGH = 12;

	/** Whether there are enough of them, whatever the whole pictures say. */
	public boolean isEnough() {
		return count >= (breadth < LINE_BREADTH ? LEAST_IN_LINE : LEAST_COUNT);
	}

	/** Whether the distance between the hashes of the two whole pictures has a say. */
	public boolean asksForWhole() {
		return isEnough() && count < ENOUGH && shownPercent >= WHOLE_PERCENT && coveredPercent >= WHOLE_PERCENT
				&& Math.abs(degrees) <= UPRIGHT_DEGREES;
	}

	/**
	 * Whether they are enough for a match.
	 *
	 * @param wholeBits
	 *            distance between the hash of the upload and that of the listed picture; only looked at where {@link #asksForWhole} says so
	 */
	public boolean isMatch(int wholeBits) {
		return isEnough() && (!asksForWhole() || wholeBits <= WHOLE_BITS + BITS_A_REGION * count);
	}
}
