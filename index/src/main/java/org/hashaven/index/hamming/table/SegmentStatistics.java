package org.hashaven.index.hamming.table;

import java.io.IOException;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.HashSequence;
import org.hashaven.index.hamming.rows.Parity;
import org.hashaven.index.hamming.rows.RowStore;

/**
 * What must be known of the hashes of a new segment before the first is written.
 *
 * @param count
 *            how many there are
 * @param parity
 *            of all of them
 * @param arrangement
 *            the order of bits that suits them
 */
public record SegmentStatistics(int count, Parity parity, BitPermutation arrangement) {

	/** Goes through all hashes once. */
	public static SegmentStatistics of(HashSequence hashes) throws IOException {
		long[] words = new long[Hash256.WORDS];
		int count = 0;
		Parity parity = Parity.EVEN;
		BitSample sample = new BitSample();
		for (HashSequence.Cursor cursor = hashes.cursor(); cursor.next();) {
			cursor.words(words);
			parity = count == 0 ? Parity.of(words) : parity.and(Parity.of(words));
			sample.add(words);
			count++;
		}
		return new SegmentStatistics(count, parity, sample.arrangement());
	}

	/** The hashes, bits arranged, one after the other. */
	public RowStore.Source arranged(HashSequence hashes) throws IOException {
		HashSequence.Cursor cursor = hashes.cursor();
		return words -> {
			cursor.next();
			cursor.words(words);
			arrangement.arrange(words);
		};
	}
}
