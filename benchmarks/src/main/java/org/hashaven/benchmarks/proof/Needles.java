package org.hashaven.benchmarks.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Hashes to look for in the bytes of files, at every byte.
 *
 * <p>
 * A hash shows itself by any of its four words, little-endian or big-endian; that finds it in rows and in columns. A marked one has exactly
 * four bits unset in each word; 32 bytes in a row with just sixteen bits unset, and no byte all unset, are such a hash in whatever order
 * its bits are stored.
 */
final class Needles {

	private static final int UNSET_IN_WORD = 4;
	private static final int UNSET = UNSET_IN_WORD * HashPopulation.WORDS;
	private static final int ROW_BYTES = HashPopulation.BITS / Byte.SIZE;
	private static final int FILTER_BITS = 22;

	/** What was found in some files. */
	static final class Found {

		/** Words of the hashes that were seen. */
		final BitSet words = new BitSet();
		/** Places that look like a marked hash in some order of its bits. */
		int marked;

		boolean nothing() {
			return words.isEmpty() && marked == 0;
		}
	}

	private final int distinctWords;
	private final long[] words;
	private final BitSet filter = new BitSet(1 << FILTER_BITS);

	/** What to look for. */
	Needles(long[][] hashes) {
		long[] asTheyAre = Arrays.stream(hashes).flatMapToLong(Arrays::stream).distinct().toArray();
		distinctWords = asTheyAre.length;
		words = LongStream.concat(Arrays.stream(asTheyAre), Arrays.stream(asTheyAre).map(Long::reverseBytes)).distinct().sorted().toArray();
		for (long word : words) {
			filter.set(filterBit(word));
		}
	}

	/** How many words there are to be seen. */
	int distinctWords() {
		return distinctWords;
	}

	private static int filterBit(long word) {
		return (int) ((word * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - FILTER_BITS));
	}

	/** A marked hash. */
	static long[] marked(RandomGenerator random) {
		long[] hash = HashPopulation.filled(-1L);
		for (int word = 0; word < hash.length; word++) {
			while (Long.bitCount(hash[word]) > Long.SIZE - UNSET_IN_WORD) {
				hash[word] &= ~(1L << random.nextInt(Long.SIZE));
			}
		}
		return hash;
	}

	/** Looks through the bytes of a file. */
	void search(byte[] bytes, Found found) {
		long word = 0;
		int set = 0;
		for (int end = 0; end < bytes.length; end++) {
			word = word >>> Byte.SIZE | (long) bytes[end] << (Long.SIZE - Byte.SIZE);
			if (end >= Long.BYTES - 1 && filter.get(filterBit(word))) {
				int at = Arrays.binarySearch(words, word);
				if (at >= 0) {
					found.words.set(at);
				}
			}
			set += Integer.bitCount(bytes[end] & 0xFF) - (end < ROW_BYTES ? 0 : Integer.bitCount(bytes[end - ROW_BYTES] & 0xFF));
			if (end >= ROW_BYTES - 1 && set == HashPopulation.BITS - UNSET && isMarked(bytes, end - ROW_BYTES + 1)) {
				found.marked++;
			}
		}
	}

	private static boolean isMarked(byte[] bytes, int from) {
		for (int at = from; at < from + ROW_BYTES; at++) {
			if (bytes[at] == 0) {
				return false;
			}
		}
		return true;
	}
}
