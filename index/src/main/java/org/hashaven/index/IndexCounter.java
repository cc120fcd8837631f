package org.hashaven.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexStats.BankStats;

/** Counts what a searcher sees. */
final class IndexCounter {

	private IndexCounter() {
	}

	static IndexStats count(RecordSearcher searcher) throws IOException {
		DirectoryReader reader = searcher.reader();
		List<Bank> banks = searcher.banks().list();
		long[] records = new long[banks.size()];
		long[] belowFloor = new long[banks.size()];
		for (LeafReaderContext segment : reader.leaves()) {
			count(segment.reader(), banks, records, belowFloor);
		}
		List<BankStats> ofBanks = new ArrayList<>();
		for (int i = 0; i < records.length; i++) {
			ofBanks.add(new BankStats(banks.get(i), records[i], belowFloor[i]));
		}
		return new IndexStats(reader.numDocs(), reader.numDeletedDocs(), reader.leaves().size(), sizeBytes(reader), Banks.VERSION, ofBanks);
	}

	private static void count(LeafReader segment, List<Bank> banks, long[] records, long[] belowFloor) throws IOException {
		SortedDocValues bankNames = RecordSearcher.banksOf(segment);
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		int[] bankOfOrdinal = new int[bankNames.getValueCount()];
		for (int ordinal = 0; ordinal < bankOfOrdinal.length; ordinal++) {
			bankOfOrdinal[ordinal] = positionOf(bankNames.lookupOrd(ordinal).utf8ToString(), banks);
		}
		Bits live = segment.getLiveDocs();
		for (int document = 0; document < segment.maxDoc(); document++) {
			if (live == null || live.get(document)) {
				RecordSearcher.require(bankNames.advanceExact(document));
				RecordSearcher.require(qualities.advanceExact(document));
				int bank = bankOfOrdinal[bankNames.ordValue()];
				records[bank]++;
				if (qualities.longValue() < banks.get(bank).qualityFloor()) {
					belowFloor[bank]++;
				}
			}
		}
	}

	private static int positionOf(String name, List<Bank> banks) throws IndexException {
		for (int i = 0; i < banks.size(); i++) {
			if (banks.get(i).name().equals(name)) {
				return i;
			}
		}
		throw new IndexException(Reason.CORRUPT);
	}

	private static long sizeBytes(DirectoryReader reader) throws IOException {
		Directory directory = reader.directory();
		long sizeBytes = 0;
		for (String name : reader.getIndexCommit().getFileNames()) {
			try {
				sizeBytes += directory.fileLength(name);
			} catch (NoSuchFileException | FileNotFoundException e) {
				// Another process has merged the file away since; this reader still has it open, but it takes no room in the folder.
			}
		}
		return sizeBytes;
	}
}
