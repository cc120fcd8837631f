package org.hashaven.region.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashaven.hash.Region;

/**
 * The 64-bit code of a square: signs of products of two cosine coefficients, of its luma or of its edge energies.
 *
 * <p>
 * The signs of single coefficients reveal the picture: an inverse transform draws it. The sign of a product says only whether two
 * coefficients have the same sign, and is the same for the photographic negative. Without the picture neither sign is known; with it both
 * are, and the bit compares as well as a plain sign. Decision 0011 measures what an attacker reconstructs from this code and from others.
 *
 * <p>
 * Frequencies are ordered by the sum of their squares, then by channel (luma, then the edge directions), then by frequency across.
 * {@value #LUMA_BITS} bits are of luma, whose {@value #SKIPPED_LUMA} lowest frequencies are skipped because they are the square's
 * thumbnail. {@value #EDGE_BITS} bits are of the edges of four directions, without frequencies that are even both across and down: under
 * the Gaussian these are nearly the same in every square and would give away the other one of a pair. Of 2n frequencies, the i-th and the
 * one n after it are a pair. The pairs, luma first, are numbered from 0; pair k is bit {@value #STRIDE}k modulo 64, which is set if the
 * signs differ.
 *
 * <p>
 * The code of the mirrored square needs no second transform: coefficients of odd frequency down columns change sign, and the two diagonal
 * directions are swapped.
 */
final class ProductCode {

	/** Number of lowest frequencies of luma without the constant, which hold the thumbnail. */
	private static final int SKIPPED_LUMA = 14;
	private static final int LUMA_BITS = 25;
	private static final int EDGE_BITS = Region.CODE_BITS - LUMA_BITS;

	/** Coefficients of one channel: luma, then the directions. */
	static final int CHANNEL = CosineTransform.ROOM * CosineTransform.ROOM;

	private static final int SIDE = PatchSampler.SIDE;

	/** Exponent of the weights at the middle of a side. */
	private static final double WEIGHT_EXPONENT = 1.2;

	/** Coefficients of photographs fall as the frequency to the power of minus this; multiplying by that power makes them comparable. */
	private static final double LUMA_DECAY = 1.77;
	private static final double EDGE_DECAY = 0.44;

	/** Smallest sum to divide by: its inverse is finite, so that no reliability is NaN, which would rank as the most reliable. */
	private static final float MIN_SUM = 1e-20f;

	/**
	 * Step between the bits of consecutive pairs; odd, so that they visit every bit. An index looks up runs of bits, which should be
	 * unlike.
	 */
	private static final int STRIDE = 23;

	/**
	 * A frequency.
	 *
	 * @param across
	 *            along rows
	 * @param down
	 *            down columns
	 */
	private record Frequency(int channel, int across, int down) {

		private int index() {
			return channel * CHANNEL + down * CosineTransform.ROOM + across;
		}

		private Frequency mirrored() {
			return channel < 3 ? this : new Frequency(7 - channel, across, down);
		}

		private int squared() {
			return across * across + down * down;
		}

		private float scale() {
			return (float) StrictMath.pow(StrictMath.sqrt(squared()), channel == 0 ? LUMA_DECAY : EDGE_DECAY);
		}
	}

	private static final List<Frequency> LUMA_FREQUENCIES = lowest(List.of(0), false, SKIPPED_LUMA + 2 * LUMA_BITS)
			.subList(SKIPPED_LUMA, SKIPPED_LUMA + 2 * LUMA_BITS);
	private static final List<Frequency> EDGE_FREQUENCIES = lowest(List.of(1, 2, 3, 4), true, 2 * EDGE_BITS);

	/** The two frequencies of each bit, the lower first. */
	private static final Frequency[][] PAIRS = pairs();

	private static final Pairs UPRIGHT = new Pairs(false);
	private static final Pairs MIRRORED = new Pairs(true);

	static final CosineTransform LUMA = transform(SIDE, LUMA_FREQUENCIES);
	static final CosineTransform EDGES = transform(EdgeEnergy.SIDE, EDGE_FREQUENCIES);
	/** Row after row, the same for each square of a batch. */
	static final float[][] WEIGHTS = weights();

	private ProductCode() {
	}

	/**
	 * A code and the reliability of each bit.
	 *
	 * @param reliabilities
	 *            the smaller magnitude of the two coefficients, without the decay over frequencies, divided by twice the mean magnitude of
	 *            the coefficients of luma or of edges
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Signs(long code, float[] reliabilities) {
	}

	private static List<Frequency> lowest(List<Integer> channels, boolean odd, int count) {
		List<Frequency> all = new ArrayList<>();
		for (int channel : channels) {
			for (int i = 1; i < CHANNEL; i++) {
				Frequency frequency = new Frequency(channel, i % CosineTransform.ROOM, i / CosineTransform.ROOM);
				if (!odd || frequency.across % 2 == 1 || frequency.down % 2 == 1) {
					all.add(frequency);
				}
			}
		}
		all.sort(Comparator.comparingInt(Frequency::squared).thenComparingInt(Frequency::channel).thenComparingInt(Frequency::across));
		return List.copyOf(all.subList(0, count));
	}

	private static Frequency[][] pairs() {
		Frequency[][] pairs = new Frequency[Region.CODE_BITS][];
		for (int i = 0; i < LUMA_BITS; i++) {
			pairs[i * STRIDE % Region.CODE_BITS] = new Frequency[]{LUMA_FREQUENCIES.get(i), LUMA_FREQUENCIES.get(i + LUMA_BITS)};
		}
		for (int i = 0; i < EDGE_BITS; i++) {
			pairs[(LUMA_BITS + i) * STRIDE % Region.CODE_BITS] = new Frequency[]{EDGE_FREQUENCIES.get(i),
					EDGE_FREQUENCIES.get(i + EDGE_BITS)};
		}
		return pairs;
	}

	private static CosineTransform transform(int side, List<Frequency> frequencies) {
		int highest = frequencies.stream().mapToInt(frequency -> Math.max(frequency.across, frequency.down)).max().orElseThrow();
		return new CosineTransform(side, highest + 1);
	}

	private static float[][] weights() {
		float[][] weights = new float[SIDE][PatchBatch.WIDTH];
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < PatchBatch.WIDTH; column++) {
				double x = (column % SIDE - (SIDE - 1) / 2.0) / (SIDE / 2.0);
				double y = (row - (SIDE - 1) / 2.0) / (SIDE / 2.0);
				weights[row][column] = (float) StrictMath.exp(-WEIGHT_EXPONENT * (x * x + y * y));
			}
		}
		return weights;
	}

	/** The code of a square. */
	static Signs of(float[] coefficients) {
		return UPRIGHT.signs(coefficients);
	}

	/** The code of the square flipped top to bottom. */
	static Signs mirrored(float[] coefficients) {
		return MIRRORED.signs(coefficients);
	}

	/** The pairs as flat arrays, indexed by bit. */
	private static final class Pairs {

		private final int[] first = new int[Region.CODE_BITS];
		private final int[] second = new int[Region.CODE_BITS];
		private final float[] firstScale = new float[Region.CODE_BITS];
		private final float[] secondScale = new float[Region.CODE_BITS];
		private final boolean[] luma = new boolean[Region.CODE_BITS];
		private long changed;

		Pairs(boolean mirror) {
			for (int bit = 0; bit < Region.CODE_BITS; bit++) {
				Frequency one = PAIRS[bit][0];
				Frequency other = PAIRS[bit][1];
				first[bit] = (mirror ? one.mirrored() : one).index();
				second[bit] = (mirror ? other.mirrored() : other).index();
				firstScale[bit] = one.scale();
				secondScale[bit] = other.scale();
				luma[bit] = one.channel == 0;
				changed |= mirror && (one.down + other.down) % 2 == 1 ? 1L << bit : 0;
			}
		}

		Signs signs(float[] coefficients) {
			float[] ones = new float[Region.CODE_BITS];
			float[] others = new float[Region.CODE_BITS];
			long code = changed;
			float lumaSum = 0;
			float edgeSum = 0;
			for (int bit = 0; bit < ones.length; bit++) {
				float one = coefficients[first[bit]];
				float other = coefficients[second[bit]];
				code ^= one > 0 == other > 0 ? 0 : 1L << bit;
				ones[bit] = Math.abs(one) * firstScale[bit];
				others[bit] = Math.abs(other) * secondScale[bit];
				if (luma[bit]) {
					lumaSum += ones[bit] + others[bit];
				} else {
					edgeSum += ones[bit] + others[bit];
				}
			}
			float lumaScale = LUMA_BITS / Math.max(lumaSum, MIN_SUM);
			float edgeScale = EDGE_BITS / Math.max(edgeSum, MIN_SUM);
			for (int bit = 0; bit < ones.length; bit++) {
				ones[bit] = Math.min(ones[bit], others[bit]) * (luma[bit] ? lumaScale : edgeScale);
			}
			return new Signs(code, ones);
		}
	}
}
