package org.hashaven.benchmarks.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashaven.hash.Region;

/**
 * Which frequencies the bits of a region's code are the signs of, written down a second time from what the code's description says: an
 * attacker has only that.
 */
final class CodeLayout {

	/** Frequencies of luma, the lowest first: the skipped ones, then two for each bit. */
	static final int LUMA = 64;
	private static final int SKIPPED = 14;
	private static final int LUMA_PAIRS = (LUMA - SKIPPED) / 2;
	private static final int EDGE_PAIRS = Region.CODE_BITS - LUMA_PAIRS;

	/** Frequencies of edges. */
	static final int EDGES = 2 * EDGE_PAIRS;

	static final int DIRECTIONS = 4;

	/** No frequency across or down is this high. */
	static final int HIGHEST = 16;

	private static final int STRIDE = 23;

	/** A frequency of luma, channel 0, or of edges, channels 1 to 4. */
	record Wave(int channel, int across, int down) {

		int squared() {
			return across * across + down * down;
		}

		/** The wave that a square's rotation by a quarter turn makes this one of; its channels are across, down and the diagonals. */
		Wave turned() {
			return new Wave(channel == 0 ? 0 : ((channel - 1) ^ 1) + 1, /* across= */ down, /* down= */ across);
		}
	}

	/**
	 * A bit of a code.
	 *
	 * @param edges
	 *            of edges, not of luma
	 * @param first
	 *            index among the frequencies of luma or of edges
	 * @param second
	 *            likewise
	 */
	record Bit(boolean edges, int first, int second) {
	}

	/** The frequencies of the code; after them, what quarter turns make of the last ones. */
	static final List<Wave> LUMA_WAVES = lowest(0, 0, LUMA);
	static final List<Wave> EDGE_WAVES = lowest(1, DIRECTIONS, EDGES);
	static final List<Bit> BITS = bits();

	private CodeLayout() {
	}

	private static List<Wave> lowest(int firstChannel, int lastChannel, int count) {
		List<Wave> waves = new ArrayList<>();
		for (int channel = firstChannel; channel <= lastChannel; channel++) {
			for (int i = 1; i < HIGHEST * HIGHEST; i++) {
				Wave wave = new Wave(channel, i % HIGHEST, i / HIGHEST);
				if (channel == 0 || wave.across % 2 == 1 || wave.down % 2 == 1) {
					waves.add(wave);
				}
			}
		}
		waves.sort(Comparator.comparingInt(Wave::squared).thenComparingInt(Wave::channel).thenComparingInt(Wave::across));
		List<Wave> lowest = new ArrayList<>(waves.subList(0, count));
		waves.subList(0, count).stream().map(Wave::turned).filter(wave -> !waves.subList(0, count).contains(wave)).forEach(lowest::add);
		return List.copyOf(lowest);
	}

	private static List<Bit> bits() {
		Bit[] bits = new Bit[Region.CODE_BITS];
		for (int pair = 0; pair < Region.CODE_BITS; pair++) {
			int edge = pair - LUMA_PAIRS;
			bits[pair * STRIDE % Region.CODE_BITS] = edge < 0
					? new Bit(false, SKIPPED + pair, SKIPPED + pair + LUMA_PAIRS)
					: new Bit(true, edge, edge + EDGE_PAIRS);
		}
		return List.of(bits);
	}

	/** Whether the lower frequency of a bit is in the lower half of its kind. */
	static boolean isLow(Bit bit) {
		return bit.edges ? bit.first < EDGE_PAIRS / 2 : bit.first - SKIPPED < LUMA_PAIRS / 2;
	}

	/** 1 if the bit says that its two coefficients have the same sign, else -1. */
	static int sign(long code, int bit) {
		return (code >>> bit & 1) == 0 ? 1 : -1;
	}
}
