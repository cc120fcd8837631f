package org.hashaven.video;

import java.util.List;
import org.hashaven.hash.FrameHash;

/**
 * vPDQ's comparison of two videos: which share of the frames of each is found in the other.
 *
 * <p>
 * Frames below the quality are left out on both sides. A frame is found when any frame of the other video differs from it by no more than
 * the distance; times do not matter.
 *
 * @param queryPercent
 *            of the query's frames, 0..100; 0 when none is left on one of the sides
 * @param indexPercent
 *            of the other video's frames
 */
public record VpdqComparison(double queryPercent, double indexPercent) {

	/** vPDQ's distance, inclusive. */
	public static final int DISTANCE = 31;

	/** vPDQ's lowest quality, inclusive. */
	public static final int QUALITY = 50;

	/** Compares with vPDQ's own distance and quality. */
	public static VpdqComparison of(List<FrameHash> query, List<FrameHash> index) {
		return of(query, index, DISTANCE, QUALITY);
	}

	/**
	 * Compares two videos.
	 *
	 * @param distance
	 *            largest that counts as found
	 * @param quality
	 *            lowest that is looked at
	 */
	public static VpdqComparison of(List<FrameHash> query, List<FrameHash> index, int distance, int quality) {
		List<FrameHash> goodQuery = query.stream().filter(frame -> frame.quality() >= quality).toList();
		List<FrameHash> goodIndex = index.stream().filter(frame -> frame.quality() >= quality).toList();
		return new VpdqComparison(percentFound(goodQuery, goodIndex, distance), percentFound(goodIndex, goodQuery, distance));
	}

	private static double percentFound(List<FrameHash> frames, List<FrameHash> among, int distance) {
		if (frames.isEmpty()) {
			return 0;
		}
		long found = frames.stream().filter(frame -> among.stream().anyMatch(other -> frame.hash().distance(other.hash()) <= distance))
				.count();
		return 100.0 * found / frames.size();
	}
}
