package org.hashaven.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hashaven.hash.Hash256;

/**
 * 256 bits of a square: the signs of the lowest frequencies of its luma and of its edges in four directions.
 *
 * <p>
 * {@value #LUMA_BITS} bits are of luma, {@value #EDGE_BITS} of the edges of each direction, all weighed by a Gaussian, since an error of
 * angle or size moves the rim most. Signs do not change with brightness and contrast, and a mirrored or inverted square has the same ones
 * but for some that change, so those hashes need no second look. The bits are shuffled once and for all, because an index looks for hashes
 * by runs of bits, which tell most when they are of unlike frequencies.
 */
final class PatchHash {

	private static final int LUMA_BITS = 64;
	private static final int EDGE_BITS = (Hash256.BITS - LUMA_BITS) / EdgeEnergy.DIRECTIONS;

	/** Coefficients of one channel: luma, then the directions. */
	static final int CHANNEL = CosineTransform.ROOM * CosineTransform.ROOM;

	private static final int SIDE = PatchSampler.SIDE;

	/** Exponent of the weights at the middle of a side. */
	private static final double FALL = 1.2;

	/**
	 * What a bit is the sign of.
	 *
	 * @param across
	 *            frequency along rows
	 * @param down
	 *            frequency down columns
	 */
	private record Bit(int channel, int across, int down) {

		private int index() {
			return channel * CHANNEL + down * CosineTransform.ROOM + across;
		}

		/** The channel when the rows change places with those across the middle: the diagonals change, too. */
		private Bit mirrored() {
			return channel < 3 ? this : new Bit(7 - channel, across, down);
		}
	}

	private static final List<Bit> BITS = bits();
	private static final int[] INDEXES = BITS.stream().mapToInt(Bit::index).toArray();
	private static final int[] MIRRORED = BITS.stream().map(Bit::mirrored).mapToInt(Bit::index).toArray();
	private static final long[] NONE = new long[Hash256.WORDS];
	private static final long[] CHANGED_BY_MIRROR = mask(BITS.stream().map(bit -> bit.down % 2 == 1).toList());
	private static final long[] CHANGED_BY_INVERSION = mask(
			BITS.stream().map(bit -> (bit.across + bit.down) % 2 == 1 != (bit.channel == 0)).toList());
	static final CosineTransform LUMA = transform(SIDE, 0);
	static final CosineTransform EDGES = transform(EdgeEnergy.SIDE, 1);
	/** Row after row, the same for each square of a batch. */
	static final float[][] WEIGHTS = weights();

	private PatchHash() {
	}

	private static List<Bit> bits() {
		List<Bit> bits = new ArrayList<>(lowest(0, LUMA_BITS));
		for (int direction = 1; direction <= EdgeEnergy.DIRECTIONS; direction++) {
			bits.addAll(lowest(direction, EDGE_BITS));
		}
		Collections.shuffle(bits, new Random(1)); // the same on every machine: Random's sequence is specified
		return List.copyOf(bits);
	}

	private static List<Bit> lowest(int channel, int count) {
		List<Bit> all = new ArrayList<>();
		for (int i = 1; i < CHANNEL; i++) {
			all.add(new Bit(channel, i % CosineTransform.ROOM, i / CosineTransform.ROOM));
		}
		all.sort(Comparator.comparingInt((Bit bit) -> bit.across * bit.across + bit.down * bit.down).thenComparingInt(Bit::across));
		return all.subList(0, count);
	}

	private static CosineTransform transform(int side, int channel) {
		int highest = BITS.stream().filter(bit -> bit.channel == channel).mapToInt(bit -> Math.max(bit.across, bit.down)).max()
				.orElseThrow();
		return new CosineTransform(side, highest + 1);
	}

	private static float[][] weights() {
		float[][] weights = new float[SIDE][PatchBatch.WIDTH];
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < PatchBatch.WIDTH; column++) {
				double x = (column % SIDE - (SIDE - 1) / 2.0) / (SIDE / 2.0);
				double y = (row - (SIDE - 1) / 2.0) / (SIDE / 2.0);
				weights[row][column] = (float) StrictMath.exp(-FALL * (x * x + y * y));
			}
		}
		return weights;
	}

	private static long[] mask(List<Boolean> set) {
		long[] mask = new long[Hash256.WORDS];
		for (int bit = 0; bit < set.size(); bit++) {
			mask[Hash256.WORDS - 1 - bit / Long.SIZE] |= set.get(bit) ? 1L << bit : 0;
		}
		return mask;
	}

	static Hash256 hash(float[] coefficients) {
		return signs(coefficients, INDEXES, NONE);
	}

	/** The hash of the square with its rows in the opposite order. */
	static Hash256 mirrored(float[] coefficients) {
		return signs(coefficients, MIRRORED, CHANGED_BY_MIRROR);
	}

	/** The hash of the square turned by 180 degrees with dark made light. */
	static Hash256 inverted(float[] coefficients) {
		return signs(coefficients, INDEXES, CHANGED_BY_INVERSION);
	}

	private static Hash256 signs(float[] coefficients, int[] indexes, long[] changed) {
		long[] words = changed.clone();
		for (int bit = 0; bit < Hash256.BITS; bit++) {
			words[Hash256.WORDS - 1 - bit / Long.SIZE] ^= coefficients[indexes[bit]] > 0 ? 1L << bit : 0;
		}
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}
}
