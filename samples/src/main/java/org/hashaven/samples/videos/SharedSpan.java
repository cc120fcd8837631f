package org.hashaven.samples.videos;

/**
 * A stretch that an original and its copy have in common.
 *
 * @param originalUs
 *            where it starts in the original
 * @param copyUs
 *            where it starts in the copy
 * @param lengthUs
 *            how long it is in the original
 * @param speed
 *            how many times as fast the copy plays it
 */
public record SharedSpan(long originalUs, long copyUs, long lengthUs, double speed) {

	/** How long it is in the copy. */
	public long copyLengthUs() {
		return Math.round(lengthUs / speed);
	}
}
