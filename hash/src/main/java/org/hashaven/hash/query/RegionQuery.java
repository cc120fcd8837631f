package org.hashaven.hash.query;

import java.util.Objects;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;

/**
 * A region of an upload: its code, a weight for each bit, and its place.
 *
 * <p>
 * A lookup has the upload's pixels, so it knows which coefficients are near zero and their bits unreliable. Bits are ranked by reliability,
 * the least reliable at rank 0, and a differing bit adds {@value #MIN_WEIGHT} plus its rank to the distance. All bits together weigh
 * {@value #TOTAL_WEIGHT}; unrelated regions are about half of that apart.
 */
public final class RegionQuery {

	/** Weight of the least reliable bit; each further one weighs one more. */
	public static final int MIN_WEIGHT = 3;

	/** Weight of all bits together. */
	public static final int TOTAL_WEIGHT = MIN_WEIGHT * Region.CODE_BITS + Region.CODE_BITS * (Region.CODE_BITS - 1) / 2;

	private final long code;
	private final byte[] weights;
	private final RegionGeometry place;

	private RegionQuery(long code, byte[] weights, RegionGeometry place) {
		this.code = code;
		this.weights = weights;
		this.place = Objects.requireNonNull(place, "place");
	}

	/**
	 * Creates a query and ranks its bits; of equally reliable bits the higher one weighs more.
	 *
	 * @param reliabilities
	 *            one for each of the {@value Region#CODE_BITS} bits, from bit 0, the lowest of the code; not negative, only their order
	 *            counts
	 * @throws IllegalArgumentException
	 *             if there are not {@value Region#CODE_BITS} reliabilities
	 */
	public static RegionQuery of(long code, float[] reliabilities, RegionGeometry place) {
		if (reliabilities.length != Region.CODE_BITS) {
			throw new IllegalArgumentException("a code has " + Region.CODE_BITS + " bits");
		}
		long[] order = new long[Region.CODE_BITS];
		for (int bit = 0; bit < order.length; bit++) {
			// Non-negative floats are ordered as their bits are.
			order[bit] = (long) Float.floatToIntBits(Math.abs(reliabilities[bit])) << Integer.SIZE | bit;
		}
		byte[] weights = new byte[Region.CODE_BITS];
		for (int bit = 0; bit < order.length; bit++) {
			weights[bit] = (byte) (MIN_WEIGHT + rank(order, order[bit]));
		}
		return new RegionQuery(code, weights, place);
	}

	/** How many are smaller: counted without a branch, for all in less time than sorting takes. */
	private static long rank(long[] order, long own) {
		long smaller = 0;
		for (long other : order) {
			smaller += (other - own) >>> (Long.SIZE - 1);
		}
		return smaller;
	}

	/** The code, comparable with that of a {@link Region}. */
	public long code() {
		return code;
	}

	/** The place in the upload. */
	public RegionGeometry place() {
		return place;
	}

	/** The weight of a bit; bit 0 is the lowest of the code. */
	public int weight(int bit) {
		return weights[bit];
	}

	/** The sum of the weights of the bits in which a code differs from this one, 0..{@value #TOTAL_WEIGHT}. */
	public int distance(long other) {
		int distance = 0;
		for (long differing = code ^ other; differing != 0; differing &= differing - 1) {
			distance += weights[Long.numberOfTrailingZeros(differing)];
		}
		return distance;
	}

	/** A constant, so that neither code nor place reaches a log by accident. */
	@Override
	public String toString() {
		return "RegionQuery[hidden]";
	}
}
