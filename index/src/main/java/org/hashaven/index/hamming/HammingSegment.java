package org.hashaven.index.hamming;

import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.Parity;
import org.hashaven.index.hamming.rows.RowGroups;
import org.hashaven.index.hamming.rows.RowScan;
import org.hashaven.index.hamming.rows.RowSink;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.hamming.table.BitPermutation;
import org.hashaven.index.hamming.table.CostBudget;
import org.hashaven.index.hamming.table.TableSearch;
import org.hashaven.index.hamming.table.Tables;
import org.hashaven.index.mmap.OrdinalDocuments;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of one field in one segment, open for search.
 *
 * @param count
 *            number of ordinals: of documents with a hash
 * @param documents
 *            the document of each ordinal
 * @param rows
 *            the different hashes among them
 * @param groups
 *            the ordinals of each row; null when each row has one, with the same number
 * @param arrangement
 *            the order of bits in the rows
 * @param parity
 *            of the hashes
 * @param tables
 *            null where rows are few enough to be scanned
 */
record HammingSegment(int count, OrdinalDocuments documents, Rows rows, @Nullable RowGroups groups, BitPermutation arrangement,
		Parity parity, @Nullable Tables tables) {

	/** Bytes of rows and tables. */
	long sizeBytes() {
		return (long) rows.size() * Hash256.BYTES + (tables == null ? 0 : tables.layout().sizeBytes());
	}

	/** Puts the four words of an ordinal's hash here. */
	void words(int ordinal, long[] words) {
		rows.get(groups == null ? ordinal : groups.row(ordinal), words);
		arrangement.restore(words);
	}

	/** Notes every ordinal within the radius, each once. */
	void search(Hash256 query, int radius, RowSink ordinals, SearchCounters counters) {
		int reach = parity.reach(query, radius);
		if (reach < 0) {
			return;
		}
		long[] words = HashWords.of(query);
		arrangement.arrange(words);
		RowSink sink = groups == null ? ordinals : groups.ordinalsTo(ordinals);
		if (tables == null || !TableSearch.search(rows, tables, words, reach, CostBudget.ofScan(rows.size()), sink, counters)) {
			counters.addScanned(rows.size());
			RowScan.search(rows, words, reach, sink);
		}
	}
}
