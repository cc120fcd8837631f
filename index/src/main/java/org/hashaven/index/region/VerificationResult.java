package org.hashaven.index.region;

import java.util.function.IntSupplier;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView.Placement;

/**
 * What the hits of one listed picture say together.
 *
 * <p>
 * <b>What is a match.</b> At least {@value #MIN_COUNT} regions that agree on where the listed picture lies in the upload, and one of:
 * <ul>
 * <li>the hash of what the upload shows there is within {@value #SURE_WHOLE_BITS} bits of the listed one, as near as one hash must be;
 * <li>it is within {@value #MAX_WHOLE_BITS}, and of the regions that what is shown there would be listed with, at least
 * {@value #MIN_RELISTED} are in the record; {@value #MIN_RELISTED_OF_PART} where less than {@value #MOST_PERCENT} % of the listed picture
 * are shown, since its other regions cannot be. Unrelated hashes are about 128 bits apart.
 * </ul>
 * A record of what a kind of pictures has in common, a frame or a form, agrees with each of them in its regions; but each of them would be
 * listed with other regions, those that stand out in it. Decision 0012 says how far this goes.
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
public record VerificationResult(int count, Placement placement, int shownPercent, int coveredPercent) {

	/** Fewest pairs that make a match. */
	public static final int MIN_COUNT = 3;

	/** Largest distance between the whole pictures, in bits. */
	public static final int MAX_WHOLE_BITS = 88;

	/** Largest distance between the whole pictures that needs nothing else, in bits. */
	public static final int SURE_WHOLE_BITS = 28;

	/** Fewest listed regions that the upload would be listed with. */
	static final int MIN_RELISTED = 4;

	/** The same where only a part of the listed picture is shown. */
	static final int MIN_RELISTED_OF_PART = 3;
	private static final int MOST_PERCENT = 67;

	/** Without hits. */
	public static final VerificationResult NONE = new VerificationResult(0, new Placement(1, 0, 0, 0), 0, 0);

	/** Whether there are enough of them to look at the whole. */
	public boolean isEnough() {
		return count >= MIN_COUNT;
	}

	/** Whether a whole picture at this distance is near enough to be listed anew. */
	public boolean isNear(int wholeBits) {
		return isEnough() && wholeBits <= MAX_WHOLE_BITS;
	}

	/** Whether a whole picture at this distance is a match without being listed anew. */
	public boolean isSure(int wholeBits) {
		return isEnough() && wholeBits <= SURE_WHOLE_BITS;
	}

	/** How many of the regions that the upload would be listed with must be in the record. */
	public int minRelisted() {
		return shownPercent < MOST_PERCENT ? MIN_RELISTED_OF_PART : MIN_RELISTED;
	}

	/**
	 * Whether they are a match.
	 *
	 * @param wholeBits
	 *            distance between the whole pictures, 0..{@value Hash256#BITS}
	 * @param relisted
	 *            gives the {@linkplain Relisted#count number of regions} that are listed again; asked only where it matters
	 */
	public boolean isMatch(int wholeBits, IntSupplier relisted) {
		return isSure(wholeBits) || (isNear(wholeBits) && relisted.getAsInt() >= minRelisted());
	}
}
