package org.hashaven.index.region;

/**
 * What the hits of one listed picture say together.
 *
 * @param count
 *            distinct pairs of regions that agree on one similarity; 0 without hits
 * @param scale
 *            of the listed picture in the upload, its longer side as part of the upload's longer side
 * @param degrees
 *            by which it is turned there, clockwise, -180..180
 * @param shownPercent
 *            how much of the listed picture the upload shows, about, 0..100
 * @param coveredPercent
 *            how much of the upload the listed picture covers, about, 0..100
 */
public record Agreed(int count, double scale, double degrees, int shownPercent, int coveredPercent) {

	/** Fewest pairs that make a match. */
	public static final int LEAST_COUNT = 3;

	/** Without hits. */
	public static final Agreed NONE = new Agreed(0, 1, 0, 0, 0);

	/** Whether they are enough for a match. */
	public boolean isMatch() {
		return count >= LEAST_COUNT;
	}
}
