package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.HammingQuery;

/**
 * One lookup in one searcher.
 *
 * <p>
 * The segments are searched once, at the largest radius of the banks that take part; each hit is then held against the rules of its own
 * bank. Hits stay numbers until it is known which of them the cap lets through, so that a flood of a hundred thousand neighbours costs
 * memory for a hundred thousand longs and no more.
 */
final class Lookup {

	private static final Comparator<Match> NEAREST_FIRST = Comparator.comparingInt(Match::distanceBits).thenComparing(Match::id);

	private final RecordSearcher searcher;
	private final MatchOptions options;
	private final List<SegmentHits> segments = new ArrayList<>();
	private final int[] hitsAtDistance = new int[Hash256.BITS + 1];

	private Lookup(RecordSearcher searcher, MatchOptions options) {
		this.searcher = searcher;
		this.options = options;
	}

	/** All matches, or the nearest that the cap allows. */
	static MatchResult match(RecordSearcher searcher, Hash256 hash, MatchOptions options) throws IOException {
		for (String bank : options.banks()) {
			searcher.banks().get(bank); // or it says that there is none
		}
		return new Lookup(searcher, options).match(hash);
	}

	/** The ids of the records of exactly this hash, in their order, whatever their bank's rules. */
	static List<String> idsOf(RecordSearcher searcher, Hash256 hash) throws IOException {
		List<String> ids = new ArrayList<>();
		Weight weight = new HammingQuery(RecordFields.HASH, hash, 0).createWeight(searcher, ScoreMode.COMPLETE, 1);
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			Scorer scorer = weight.scorer(segment);
			if (scorer != null) {
				BinaryDocValues values = RecordSearcher.idsOf(segment.reader());
				Bits live = segment.reader().getLiveDocs();
				DocIdSetIterator documents = scorer.iterator();
				for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
					if (live == null || live.get(document)) {
						RecordSearcher.require(values.advanceExact(document));
						ids.add(RecordIds.toText(values.binaryValue()));
					}
				}
			}
		}
		ids.sort(null);
		return ids;
	}

	/** The radius within which a bank answers this lookup; -1 when it takes no part. */
	private int radiusIn(Bank bank) {
		boolean asked = options.banks().isEmpty() || options.banks().contains(bank.name());
		return asked && options.quality().orElse(bank.qualityFloor()) >= bank.qualityFloor() ? options.radius().orElse(bank.radius()) : -1;
	}

	private MatchResult match(Hash256 hash) throws IOException {
		int largestRadius = -1;
		for (Bank bank : searcher.banks().list()) {
			largestRadius = Math.max(largestRadius, radiusIn(bank));
		}
		if (largestRadius < 0) {
			return new MatchResult(List.of(), false);
		}
		Weight weight = new HammingQuery(RecordFields.HASH, hash, largestRadius).createWeight(searcher, ScoreMode.COMPLETE, 1);
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			Scorer scorer = weight.scorer(segment);
			if (scorer != null) {
				collect(segment, scorer);
			}
		}
		return nearest();
	}

	private void collect(LeafReaderContext segment, Scorer scorer) throws IOException {
		DocIdSetIterator documents = scorer.iterator();
		int document = documents.nextDoc();
		if (document == DocIdSetIterator.NO_MORE_DOCS) {
			return;
		}
		SegmentHits hits = new SegmentHits(segment, searcher.banks());
		int[] radiusOfBank = hits.banks.stream().mapToInt(this::radiusIn).toArray();
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment.reader());
		SortedDocValues banks = RecordSearcher.banksOf(segment.reader());
		Bits live = segment.reader().getLiveDocs();
		for (; document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
			if (live == null || live.get(document)) {
				RecordSearcher.require(banks.advanceExact(document));
				RecordSearcher.require(qualities.advanceExact(document));
				int bank = banks.ordValue();
				int distanceBits = HammingQuery.distanceBits(scorer.score());
				if (distanceBits <= radiusOfBank[bank] && qualities.longValue() >= hits.banks.get(bank).qualityFloor()) {
					hits.add(document, bank, distanceBits);
					hitsAtDistance[distanceBits]++;
				}
			}
		}
		segments.add(hits);
	}

	/** The nearest hits as matches: everything up to the distance at which the cap is reached, put in order, and cut. */
	private MatchResult nearest() throws IOException {
		int count = 0;
		int farthestBits = -1;
		while (count < options.resultCap() && farthestBits < Hash256.BITS) {
			farthestBits++;
			count += hitsAtDistance[farthestBits];
		}
		List<Match> matches = new ArrayList<>(count);
		int found = 0;
		for (SegmentHits hits : segments) {
			hits.toMatches(farthestBits, matches);
			found += hits.size;
		}
		matches.sort(NEAREST_FIRST);
		int kept = Math.min(matches.size(), options.resultCap());
		return new MatchResult(matches.subList(0, kept), found > kept);
	}

	/** The hits of one segment in the order of their documents: document, bank's ordinal in this segment and distance in one long. */
	private static final class SegmentHits {

		private static final int DISTANCE_BITS = 9;
		private static final int BANK_BITS = 24;

		private final LeafReaderContext segment;
		private final List<Bank> banks = new ArrayList<>();
		private long[] packed = new long[16];
		private int size;

		SegmentHits(LeafReaderContext segment, Banks known) throws IOException {
			this.segment = segment;
			SortedDocValues names = RecordSearcher.banksOf(segment.reader());
			for (int ordinal = 0; ordinal < names.getValueCount(); ordinal++) {
				String name = names.lookupOrd(ordinal).utf8ToString();
				RecordSearcher.require(known.contains(name));
				banks.add(known.get(name));
			}
		}

		void add(int document, int bank, int distanceBits) {
			packed = ArrayUtil.grow(packed, size + 1);
			packed[size++] = ((long) document << BANK_BITS | bank) << DISTANCE_BITS | distanceBits;
		}

		void toMatches(int farthestBits, List<Match> matches) throws IOException {
			BinaryDocValues ids = RecordSearcher.idsOf(segment.reader());
			for (int i = 0; i < size; i++) {
				int distanceBits = (int) packed[i] & ((1 << DISTANCE_BITS) - 1);
				if (distanceBits <= farthestBits) {
					Bank bank = banks.get((int) (packed[i] >>> DISTANCE_BITS) & ((1 << BANK_BITS) - 1));
					RecordSearcher.require(ids.advanceExact((int) (packed[i] >>> (DISTANCE_BITS + BANK_BITS))));
					matches.add(new Match(RecordIds.toText(ids.binaryValue()), bank.name(), bank.purpose(), distanceBits));
				}
			}
		}
	}
}
