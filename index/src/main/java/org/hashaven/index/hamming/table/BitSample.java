package org.hashaven.index.hamming.table;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;

/**
 * Some of a segment's hashes, evenly spaced, and what they say about its bits.
 *
 * <p>
 * Slots are good when two hashes of different pictures seldom meet in one, that is, differ there by one bit at most: of fair and
 * independent bits, 17 pairs in 65,536 do. Where far more meet, bits that follow from each other share a slot; they are then dealt out so
 * that each slot gets bits that have little to do with each other, and that order is kept if it helps.
 */
public final class BitSample {

	private static final int MAX_HASHES = 512;

	// Hashes at most this far apart show one picture, and meet in any order of bits.
	private static final int SAME_PICTURE_BITS = 64;

	// Orders are dealt out only where pairs meet so much more often than they should, and kept only where that leaves so much less.
	private static final double CROWDED = 2;
	private static final double WORTH_IT = 0.75;
	private static final double FAIR = 17.0 / (1 << SlotLayout.SLOT_BITS) * SlotLayout.SLOTS;

	private final long[][] hashes = new long[MAX_HASHES][];
	private int size;
	private int seen;
	private int stride = 1;

	/** Takes a hash in, or leaves it out. */
	public void add(long[] words) {
		if (seen++ % stride != 0) {
			return;
		}
		if (size == MAX_HASHES) {
			for (int i = 0; i < MAX_HASHES / 2; i++) {
				hashes[i] = hashes[2 * i];
			}
			size = MAX_HASHES / 2;
			stride *= 2;
			if ((seen - 1) % stride != 0) {
				return;
			}
		}
		hashes[size++] = words.clone();
	}

	/** The order of bits that suits these hashes. */
	public BitPermutation arrangement() {
		if (size < MAX_HASHES / 2) {
			return BitPermutation.AS_IS; // too few to tell
		}
		double asIs = meetings(BitPermutation.AS_IS);
		if (asIs <= CROWDED * FAIR) {
			return BitPermutation.AS_IS;
		}
		BitPermutation dealt = BitPermutation.of(deal());
		return meetings(dealt) < WORTH_IT * asIs ? dealt : BitPermutation.AS_IS;
	}

	/** In how many slots two hashes of different pictures meet, on the average. */
	private double meetings(BitPermutation arrangement) {
		long[][] arranged = new long[size][];
		for (int i = 0; i < size; i++) {
			arranged[i] = hashes[i].clone();
			arrangement.arrange(arranged[i]);
		}
		long pairs = 0;
		long meetings = 0;
		long[] differing = new long[Hash256.WORDS];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < i; j++) {
				int distanceBits = 0;
				for (int column = 0; column < Hash256.WORDS; column++) {
					differing[column] = arranged[i][column] ^ arranged[j][column];
					distanceBits += Long.bitCount(differing[column]);
				}
				if (distanceBits > SAME_PICTURE_BITS) {
					pairs++;
					for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
						meetings += Integer.bitCount(SlotLayout.slotBits(differing, slot)) <= 1 ? 1 : 0;
					}
				}
			}
		}
		return pairs == 0 ? 0 : (double) meetings / pairs;
	}

	/** Deals the bits out to the slots, those that follow most from others first, each to the slot with the least to do with it. */
	private byte[] deal() {
		double[][] related = relations();
		int[] order = IntStream.range(0, Hash256.BITS).boxed()
				.sorted(Comparator.comparingDouble(bit -> -IntStream.range(0, Hash256.BITS).mapToDouble(b -> related[bit][b]).sum()))
				.mapToInt(Integer::intValue).toArray();
		byte[] sources = new byte[Hash256.BITS];
		int[] dealt = new int[SlotLayout.SLOTS];
		double[][] load = new double[SlotLayout.SLOTS][Hash256.BITS];
		for (int bit : order) {
			int best = -1;
			for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
				if (dealt[slot] < SlotLayout.SLOT_BITS && (best < 0 || load[slot][bit] < load[best][bit])) {
					best = slot;
				}
			}
			sources[best * SlotLayout.SLOT_BITS + dealt[best]++] = (byte) bit;
			for (int other = 0; other < Hash256.BITS; other++) {
				load[best][other] += related[bit][other];
			}
		}
		return sources;
	}

	/** For two bits the square of how much oftener than by chance they agree, or disagree. */
	private double[][] relations() {
		long[][] columns = new long[Hash256.BITS][(size + Long.SIZE - 1) / Long.SIZE];
		for (int i = 0; i < size; i++) {
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				columns[bit][i / Long.SIZE] |= ((hashes[i][bit >>> 6] >>> bit) & 1) << i;
			}
		}
		double[][] related = new double[Hash256.BITS][Hash256.BITS];
		for (int a = 0; a < Hash256.BITS; a++) {
			for (int b = 0; b < a; b++) {
				int differ = 0;
				for (int i = 0; i < columns[a].length; i++) {
					differ += Long.bitCount(columns[a][i] ^ columns[b][i]);
				}
				double agreement = 1 - 2.0 * differ / size;
				related[a][b] = agreement * agreement;
				related[b][a] = related[a][b];
			}
		}
		return related;
	}
}
