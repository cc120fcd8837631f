package org.hashaven.index.record;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexStats.BankStats;
import org.hashaven.index.IndexStats;
import org.hashaven.index.regioncode.RegionVector;
import org.jspecify.annotations.Nullable;

/** Counts what a searcher sees. */
public final class IndexCounter {

	private final List<Bank> banks;
	private final long[] media;
	private final long[] records;
	private final long[] belowFloor;
	private long regions;

	private IndexCounter(List<Bank> banks) {
		this.banks = banks;
		media = new long[banks.size()];
		records = new long[banks.size()];
		belowFloor = new long[banks.size()];
	}

	public static IndexStats count(RecordSearcher searcher) throws IOException {
		DirectoryReader reader = searcher.reader();
		IndexCounter counter = new IndexCounter(searcher.banks().list());
		for (LeafReaderContext segment : reader.leaves()) {
			counter.count(segment.reader());
		}
		return new IndexStats(LongStream.of(counter.media).sum(), reader.numDocs(), counter.regions,
				reader.numDeletedDocs(), reader.leaves().size(),
				sizeBytes(reader), Banks.VERSION, counter.ofBanks());
	}

	private List<BankStats> ofBanks() {
		List<BankStats> ofBanks = new ArrayList<>();
		for (int bank = 0; bank < banks.size(); bank++) {
			ofBanks.add(new BankStats(banks.get(bank), media[bank], records[bank], belowFloor[bank]));
		}
		return ofBanks;
	}

	private void count(LeafReader segment) throws IOException {
		SortedDocValues bankNames = RecordSearcher.banksOf(segment);
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		SegmentMedia videos = new SegmentMedia(segment);
		int[] bankOfOrdinal = new int[bankNames.getValueCount()];
		for (int ordinal = 0; ordinal < bankOfOrdinal.length; ordinal++) {
			bankOfOrdinal[ordinal] = positionOf(bankNames.lookupOrd(ordinal).utf8ToString());
		}
		Bits live = segment.getLiveDocs();
		regions += regions(segment.getByteVectorValues(RecordFields.REGIONS), live);
		int lastVideo = SegmentMedia.NO_VIDEO;
		for (int document = 0; document < segment.maxDoc(); document++) {
			if (live == null || live.get(document)) {
				RecordSearcher.require(bankNames.advanceExact(document));
				RecordSearcher.require(qualities.advanceExact(document));
				int bank = bankOfOrdinal[bankNames.ordValue()];
				records[bank]++;
				if (qualities.longValue() < banks.get(bank).qualityFloor()) {
					belowFloor[bank]++;
				}
				int video = videos.videoOf(document);
				if (video == SegmentMedia.NO_VIDEO || video != lastVideo) { // the frames of a video are neighbours
					media[bank]++;
				}
				lastVideo = video;
			}
		}
	}

	private static long regions(@Nullable ByteVectorValues sets, @Nullable Bits live) throws IOException {
		long regions = 0;
		if (sets != null) {
			KnnVectorValues.DocIndexIterator documents = sets.iterator();
			for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
				regions += live == null || live.get(document) ? RegionVector.count(sets.vectorValue(documents.index())) : 0;
			}
		}
		return regions;
	}

	private int positionOf(String name) throws IndexException {
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
