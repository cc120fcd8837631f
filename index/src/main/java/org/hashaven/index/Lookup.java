package org.hashaven.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;
import org.roaringbitmap.RoaringBitmap;

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

	private static final int FIRST_NEAREST_RADIUS = 15;

	private final RecordSearcher searcher;
	private final MatchOptions options;
	private final OptionalInt radius;
	private final List<SegmentHits> segments = new ArrayList<>();
	private final int[] hitsAtDistance = new int[Hash256.BITS + 1];

	private final SearchCounters counters = new SearchCounters();

	private Lookup(RecordSearcher searcher, MatchOptions options, OptionalInt radius) {
		this.searcher = searcher;
		this.options = options;
		this.radius = radius;
	}

	/** All matches, or the nearest that the cap allows. */
	static MatchResult match(RecordSearcher searcher, Hash256 hash, MatchOptions options) throws IOException {
		for (String bank : options.banks()) {
			searcher.banks().get(bank); // or it says that there is none
		}
		return new Lookup(searcher, options, options.radius()).match(hash);
	}

	/** The answers to many lookups, in their order. */
	static List<MatchResult> matchAll(RecordSearcher searcher, List<Hash256> hashes, MatchOptions options) throws IOException {
		try {
			return hashes.parallelStream().map(hash -> {
				try {
					return match(searcher, hash, options);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			}).toList();
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** The nearest records, whatever the radius of their banks. */
	static List<Match> nearest(RecordSearcher searcher, Hash256 hash, int count) throws IOException {
		MatchOptions options = MatchOptions.DEFAULT.withResultCap(count);
		for (int radius = FIRST_NEAREST_RADIUS;; radius = Math.min(2 * radius + 1, Hash256.BITS)) {
			List<Match> matches = new Lookup(searcher, options, OptionalInt.of(radius)).match(hash).matches();
			if (matches.size() == count || radius == Hash256.BITS) {
				return matches;
			}
		}
	}

	/** The ids of the records of exactly this hash, in their order, whatever their bank's rules. */
	static List<String> idsOf(RecordSearcher searcher, Hash256 hash) throws IOException {
		List<String> ids = new ArrayList<>();
		HammingQuery query = new HammingQuery(RecordFields.HASH, hash, 0);
		SearchCounters counters = new SearchCounters();
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			HammingHits hits = query.search(segment.reader(), counters);
			if (hits.size() > 0) {
				BinaryDocValues values = RecordSearcher.idsOf(segment.reader());
				Bits live = segment.reader().getLiveDocs();
				for (int hit = 0; hit < hits.size(); hit++) {
					int document = hits.document(hit);
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
		return asked && options.quality().orElse(bank.qualityFloor()) >= bank.qualityFloor() ? radius.orElse(bank.radius()) : -1;
	}

	private MatchResult match(Hash256 hash) throws IOException {
		int largestRadius = -1;
		for (Bank bank : searcher.banks().list()) {
			largestRadius = Math.max(largestRadius, radiusIn(bank));
		}
		if (largestRadius >= 0) {
			HammingQuery query = new HammingQuery(RecordFields.HASH, hash, largestRadius);
			for (LeafReaderContext segment : searcher.reader().leaves()) {
				Optional<RoaringBitmap> filter = options.banks().isEmpty()
						? Optional.empty()
						: Optional.of(SegmentBanks.of(segment.reader()).of(options.banks()));
				if (filter.isEmpty() || !filter.get().isEmpty()) {
					HammingHits hits = query.search(segment.reader(), counters);
					if (hits.size() > 0) {
						collect(segment, hits, filter);
					}
				}
			}
		}
		return nearest();
	}

	/** Holds each hit against the rules of its bank. */
	private void collect(LeafReaderContext segment, HammingHits found, Optional<RoaringBitmap> filter) throws IOException {
		SegmentHits hits = new SegmentHits(segment, searcher.banks());
		int[] radiusOfBank = hits.banks.stream().mapToInt(this::radiusIn).toArray();
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment.reader());
		SortedDocValues banks = RecordSearcher.banksOf(segment.reader());
		Bits live = segment.reader().getLiveDocs();
		for (int hit = 0; hit < found.size(); hit++) {
			int document = found.document(hit);
			boolean asked = filter.isEmpty() || filter.get().contains(document);
			if (asked && (live == null || live.get(document))) {
				RecordSearcher.require(banks.advanceExact(document));
				RecordSearcher.require(qualities.advanceExact(document));
				int bank = banks.ordValue();
				int distanceBits = found.distanceBits(hit);
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
		return new MatchResult(matches.subList(0, kept), found > kept, counters.toStats());
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
