package org.hashaven.index.region;

import org.hashaven.hash.Hash256;
import org.hashaven.hash.PhotoProbe.Placement;

/**
 * What the hits of one listed picture say together.
 *
 * <p>
 * <b>What is a match.</b> At least {@value #MIN_COUNT} regions that agree on where the listed picture lies in the upload, and the hash of
 * the whole listed picture, which must be near the hash of what the upload shows there: within {@value #MAX_WHOLE_BITS} bits, from
 * {@value #MANY} regions on within {@value #MAX_WHOLE_BITS_OF_MANY}, with {@value #MIN_COUNT} within {@value #MAX_WHOLE_BITS_OF_FEW}.
 * Unrelated hashes are about 128 bits apart, and 98 % of true copies lie within the limit, cropped and covered ones among them. Pictures
 * that share a template may be as near: decision 0012 says what this does not stop.
 *
 * @param count
 *            distinct pairs of regions that agree on one similarity; 0 without hits
 * @param placement
 *            where the listed picture lies in the upload
 * @param shownPercent
 *            how much of the listed picture the upload shows, about, 0..100
 * @param coveredPercent
 *            how much of the upload the listed picture covers, about, 0..100
 */
public record Agreed(int count, Placement placement, int shownPercent, int coveredPercent) {

	/** Fewest pairs that make a match. */
	public static final int MIN_COUNT = 3;

	/** Largest distance between the whole pictures, in bits. */
	public static final int MAX_WHOLE_BITS = 80;

	/** The same where no more than {@value #MIN_COUNT} regions agree. */
	public static final int MAX_WHOLE_BITS_OF_FEW = 64;

	/** The same from {@value #MANY} regions on. */
	public static final int MAX_WHOLE_BITS_OF_MANY = 88;
	static final int MANY = 6;

	/** Without hits. */
	public static final Agreed NONE = new Agreed(0, new Placement(1, 0, 0, 0), 0, 0);

	/** Whether there are enough of them to look at the whole. */
	public boolean isEnough() {
		return count >= MIN_COUNT;
	}

	/** The largest distance between the whole pictures at which they are a match; below 0 if at none. */
	public int maxWholeBits() {
		if (count > MIN_COUNT) {
			return count >= MANY ? MAX_WHOLE_BITS_OF_MANY : MAX_WHOLE_BITS;
		}
		return isEnough() ? MAX_WHOLE_BITS_OF_FEW : -1;
	}

	/**
	 * Whether they are enough for a match.
	 *
	 * @param wholeBits
	 *            distance between the whole pictures, 0..{@value Hash256#BITS}
	 */
	public boolean isMatch(int wholeBits) {
		return wholeBits <= maxWholeBits();
	}
}
