package org.hashaven.server.policy;

/**
 * When a record matches so much of the traffic that it stops blocking.
 *
 * @param minUploads
 *            uploads in the window before any record is judged
 * @param maxShare
 *            share of the window that one record may match, 0..1
 * @param earlierPart
 *            the record's share before the window must be below this part of its share now: one that always matched much goes on blocking
 * @param windowStretches
 *            stretches that make the window
 * @param earlierStretches
 *            stretches before it that are remembered
 * @param stretchUploads
 *            uploads in a stretch
 */
public record Thresholds(int minUploads, double maxShare, double earlierPart, int windowStretches, int earlierStretches,
		int stretchUploads) {

	/** More than 5 % of the last 1,000 uploads, of 200 at least, and less than a tenth of that in the 10,000 before. */
	public static final Thresholds DEFAULT = new Thresholds(200, 0.05, 0.1, 20, 200, 50);

	/**
	 * @throws IllegalArgumentException
	 *             when one is not positive, or a share is more than 1
	 */
	public Thresholds {
		if (minUploads < 1 || windowStretches < 1 || earlierStretches < 1 || stretchUploads < 1) {
			throw new IllegalArgumentException("counts are at least 1");
		}
		if (!(maxShare > 0 && maxShare <= 1 && earlierPart > 0 && earlierPart <= 1)) {
			throw new IllegalArgumentException("shares are more than 0 and at most 1");
		}
	}

	/** Whether a record matches too much. */
	boolean isExceeded(long uploads, long matched, long earlierUploads, long earlierMatched) {
		if (uploads < minUploads || matched <= maxShare * uploads) {
			return false;
		}
		double earlierShare = earlierUploads == 0 ? 0 : (double) earlierMatched / earlierUploads;
		return earlierShare < earlierPart * matched / uploads;
	}
}
