package org.hashaven.index.region;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hashaven.hash.RegionGeometry;

/**
 * Pairs of an upload's region and a region of one listed picture whose hashes are within the radius.
 *
 * @param upload
 *            places in the upload
 * @param listed
 *            places in the listed picture
 * @param distanceBits
 *            between their hashes
 * @param uploadNumbers
 *            which regions of the upload they are
 * @param listedNumbers
 *            which regions of the listed picture
 */
@SuppressWarnings("ArrayRecordComponent") // one array a column, never compared
public record Correspondences(RegionGeometry[] upload, RegionGeometry[] listed, int[] distanceBits, int[] uploadNumbers,
		int[] listedNumbers) {

	/** All of one length. */
	public Correspondences {
		Objects.requireNonNull(upload, "upload");
		int count = upload.length;
		if (listed.length != count || distanceBits.length != count || uploadNumbers.length != count || listedNumbers.length != count) {
			throw new IllegalArgumentException("columns of different lengths");
		}
	}

	/** How many. */
	public int count() {
		return upload.length;
	}

	/** Those at the positions that pass. */
	public Correspondences filter(IntPredicate which) {
		int[] kept = IntStream.range(0, count()).filter(which).toArray();
		RegionGeometry[] uploadPlaces = new RegionGeometry[kept.length];
		RegionGeometry[] listedPlaces = new RegionGeometry[kept.length];
		for (int i = 0; i < kept.length; i++) {
			uploadPlaces[i] = upload[kept[i]];
			listedPlaces[i] = listed[kept[i]];
		}
		return new Correspondences(uploadPlaces, listedPlaces, take(distanceBits, kept), take(uploadNumbers, kept),
				take(listedNumbers, kept));
	}

	private static int[] take(int[] column, int[] kept) {
		return Arrays.stream(kept).map(i -> column[i]).toArray();
	}

	/** Their numbers, nearest first, capped at the given count. */
	int[] nearest(int most) {
		long[] order = new long[count()];
		for (int i = 0; i < order.length; i++) {
			order[i] = (long) distanceBits[i] << Integer.SIZE | i;
		}
		Arrays.sort(order);
		int[] numbers = new int[Math.min(most, order.length)];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = (int) order[i];
		}
		return numbers;
	}

	/** Fixed words: where regions lie tells of the pictures. */
	@Override
	public String toString() {
		return "Hits[" + count() + "]";
	}
}
