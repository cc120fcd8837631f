package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.index.HashMatch;
import org.hashaven.index.LookupStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.Query;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;

/**
 * One lookup in one searcher.
 *
 * <p>
 * The segments are searched once, at the largest radius of the banks that take part; each hit is then held against the rules of its own
 * bank. Hits stay numbers until it is known which of them the cap lets through, so that a flood of a hundred thousand neighbours costs
 * memory for a hundred thousand longs and no more.
 */
public final class Lookup {

	private static final Comparator<HashMatch> NEAREST_FIRST = Comparator.comparingInt(HashMatch::distanceBits).thenComparing(HashMatch::id)
			.thenComparing(HashMatch::bank);

	private static final int FIRST_NEAREST_RADIUS = 15;

	private final RecordSearcher searcher;
	private final LookupRules rules;
	private final int resultCap;
	private final List<SegmentHits> segments = new ArrayList<>();
	private final int[] hitsAtDistance = new int[Hash256.BITS + 1];

	private final SearchCounters counters = new SearchCounters();

	private Lookup(RecordSearcher searcher, LookupRules rules, int resultCap) {
		this.searcher = searcher;
		this.rules = rules;
		this.resultCap = resultCap;
	}

	/** All matches, or the nearest that the cap allows. */
	public static MatchResult<HashMatch> match(RecordSearcher searcher, Query.Hash query, MatchOptions options) throws IOException {
		LookupRules rules = new LookupRules(searcher.banks(), options, options.radius(), query.quality(), 0);
		return new Lookup(searcher, rules, options.resultCap()).match(query.hash());
	}

	/** The answers to many lookups, in their order. */
	public static List<MatchResult<HashMatch>> matchAll(RecordSearcher searcher, Executor executor, List<Query.Hash> queries,
			MatchOptions options)
			throws IOException {
		LookupRules.requireBanks(searcher.banks(), options); // here once, and not by two threads at a time
		return Parallel.map(executor, queries, query -> match(searcher, query, options));
	}

	/** The nearest records, whatever the radius of their banks. */
	public static List<HashMatch> nearest(RecordSearcher searcher, Hash256 hash, int count) throws IOException {
		for (int radius = FIRST_NEAREST_RADIUS;; radius = Math.min(2 * radius + 1, Hash256.BITS)) {
			LookupRules rules = new LookupRules(searcher.banks(), MatchOptions.DEFAULT, OptionalInt.of(radius), OptionalInt.empty(), 0);
			List<HashMatch> matches = new Lookup(searcher, rules, count).match(hash).matches();
			if (matches.size() == count || radius == Hash256.BITS) {
				return matches;
			}
		}
	}

	private MatchResult<HashMatch> match(Hash256 hash) throws IOException {
		if (rules.largestRadius() >= 0) {
			HammingQuery query = new HammingQuery(RecordFields.HASH, hash, rules.largestRadius());
			for (LeafReaderContext segment : searcher.reader().leaves()) {
				HammingHits hits = rules.search(query, segment.reader(), counters);
				if (hits.size() > 0) {
					collect(segment.reader(), hits);
				}
			}
		}
		return nearest();
	}

	/** Holds each hit against the rules of its bank. Of a video, whose frames are neighbours, only the nearest hit is kept. */
	private void collect(LeafReader segment, HammingHits found) throws IOException {
		SegmentRules accepted = new SegmentRules(rules, segment);
		SegmentMedia media = new SegmentMedia(segment);
		SegmentHits hits = new SegmentHits(segment, accepted);
		int lastVideo = SegmentMedia.NO_VIDEO;
		int lastDistanceBits = 0;
		for (int hit = 0; hit < found.size(); hit++) {
			int document = found.document(hit);
			int distanceBits = found.distanceBits(hit);
			int bank = accepted.bankOf(document, distanceBits);
			if (bank != SegmentRules.REFUSED) {
				int video = media.videoOf(document);
				boolean again = video != SegmentMedia.NO_VIDEO && video == lastVideo;
				if (again && distanceBits < lastDistanceBits) {
					hits.removeLast();
					hitsAtDistance[lastDistanceBits]--;
				}
				if (!again || distanceBits < lastDistanceBits) {
					hits.add(document, bank, distanceBits);
					hitsAtDistance[distanceBits]++;
					lastDistanceBits = distanceBits;
				}
				lastVideo = video;
			}
		}
		segments.add(hits);
	}

	/** The nearest hits as matches: everything up to the distance at which the cap is reached, put in order, and cut. */
	private MatchResult<HashMatch> nearest() throws IOException {
		int count = 0;
		int farthestBits = -1;
		while (count < resultCap && farthestBits < Hash256.BITS) {
			farthestBits++;
			count += hitsAtDistance[farthestBits];
		}
		List<HashMatch> matches = new ArrayList<>(count);
		int found = 0;
		for (SegmentHits hits : segments) {
			hits.toMatches(farthestBits, matches);
			found += hits.size;
		}
		matches.sort(NEAREST_FIRST);
		int kept = Math.min(matches.size(), resultCap);
		return new MatchResult<>(matches.subList(0, kept), found > kept, true, LookupStats.of(1, counters.toStats()));
	}

	/** The hits of one segment in the order of their documents: document, bank's ordinal in this segment and distance in one long. */
	private static final class SegmentHits {

		private static final int DISTANCE_BITS = 9;
		private static final int BANK_BITS = 24;

		private final LeafReader segment;
		private final SegmentRules rules;
		private long[] packed = new long[16];
		private int size;

		SegmentHits(LeafReader segment, SegmentRules rules) {
			this.segment = segment;
			this.rules = rules;
		}

		void add(int document, int bank, int distanceBits) {
			packed = ArrayUtil.grow(packed, size + 1);
			packed[size++] = ((long) document << BANK_BITS | bank) << DISTANCE_BITS | distanceBits;
		}

		void removeLast() {
			size--;
		}

		void toMatches(int farthestBits, List<HashMatch> matches) throws IOException {
			SegmentMedia media = new SegmentMedia(segment);
			for (int i = 0; i < size; i++) {
				int distanceBits = (int) packed[i] & ((1 << DISTANCE_BITS) - 1);
				if (distanceBits <= farthestBits) {
					Bank bank = rules.bank((int) (packed[i] >>> DISTANCE_BITS) & ((1 << BANK_BITS) - 1));
					int document = (int) (packed[i] >>> (DISTANCE_BITS + BANK_BITS));
					String id = RecordIds.toText(media.idOf(document));
					boolean frame = media.videoOf(document) != SegmentMedia.NO_VIDEO;
					OptionalInt timeMs = frame ? OptionalInt.of(media.timeMsOf(document)) : OptionalInt.empty();
					matches.add(new HashMatch(id, bank.name(), bank.purpose(), distanceBits, timeMs));
				}
			}
		}
	}
}
