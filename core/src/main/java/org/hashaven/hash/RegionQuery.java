package org.hashaven.hash;

import java.util.Arrays;
import java.util.Objects;

/**
 * A region of an upload: its code, how reliable each bit is, and where it lies.
 *
 * <p>
 * Whoever looks an upload up has its pixels, so a bit whose frequencies are near zero is known to be unreliable. The bits are ranked by that,
 * and a differing bit counts {@value #MIN_WEIGHT} plus its rank: {@value #TOTAL_WEIGHT} in all, about half of it between regions that have
 * nothing to do with each other.
 */
public final class RegionQuery {

	/** Weight of the least reliable bit. */
	public static final int MIN_WEIGHT = 3;

	/** Weight of all bits together. */
	public static final int TOTAL_WEIGHT = MIN_WEIGHT * Region.CODE_BITS + Region.CODE_BITS * (Region.CODE_BITS - 1) / 2;

	private final long code;
	private final byte[] weights;
	private final RegionPlace place;

	private RegionQuery(long code, byte[] weights, RegionPlace place) {
		this.code = code;
		this.weights = weights;
		this.place = Objects.requireNonNull(place, "place");
	}

	/**
	 * A query whose bits are ranked by how far from zero their products are.
	 *
	 * @param reliabilities
	 *            of the {@value Region#CODE_BITS} bits, 0 or more, bit 0 the lowest of the code
	 */
	public static RegionQuery of(long code, float[] reliabilities, RegionPlace place) {
		if (reliabilities.length != Region.CODE_BITS) {
			throw new IllegalArgumentException("a code has " + Region.CODE_BITS + " bits");
		}
		long[] order = new long[Region.CODE_BITS];
		for (int bit = 0; bit < order.length; bit++) {
			// Non-negative floats are ordered as their bits are.
			order[bit] = (long) Float.floatToIntBits(Math.abs(reliabilities[bit])) << Integer.SIZE | bit;
		}
		Arrays.sort(order);
		byte[] weights = new byte[Region.CODE_BITS];
		for (int rank = 0; rank < order.length; rank++) {
			weights[(int) order[rank]] = (byte) (MIN_WEIGHT + rank);
		}
		return new RegionQuery(code, weights, place);
	}

	/** Its code, comparable with that of a {@link Region}. */
	public long code() {
		return code;
	}

	/** Where it lies. */
	public RegionPlace place() {
		return place;
	}

	/** The weight of a bit, bit 0 the lowest of the code. */
	public int weight(int bit) {
		return weights[bit];
	}

	/** The weights of all bits in which a code differs, 0..{@value #TOTAL_WEIGHT}. */
	public int distance(long other) {
		int distance = 0;
		for (long differing = code ^ other; differing != 0; differing &= differing - 1) {
			distance += weights[Long.numberOfTrailingZeros(differing)];
		}
		return distance;
	}

	/** Fixed words: neither code nor place may reach a log by accident. */
	@Override
	public String toString() {
		return "RegionQuery[hidden]";
	}
}
