package org.hashaven.benchmarks.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * Hashes to look for in the bytes of files, at every byte: each of their four words, little-endian or big-endian, in rows or in columns.
 */
final class HashByteScanner {

	private static final int FILTER_BITS = 22;

	private final int distinctWords;
	private final long[] words;
	private final BitSet filter = new BitSet(1 << FILTER_BITS);

	/** What to look for. */
	HashByteScanner(long[][] hashes) {
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

	/** Looks through the bytes of a file and marks the words that are there. */
	void search(byte[] bytes, BitSet found) {
		long word = 0;
		for (int end = 0; end < bytes.length; end++) {
			word = word >>> Byte.SIZE | (long) bytes[end] << (Long.SIZE - Byte.SIZE);
			if (end >= Long.BYTES - 1 && filter.get(filterBit(word))) {
				int at = Arrays.binarySearch(words, word);
				if (at >= 0) {
					found.set(at);
				}
			}
		}
	}
}
