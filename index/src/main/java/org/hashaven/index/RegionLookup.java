package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.PhotoProbe;
import org.hashaven.hash.PhotoProbe.How;
import org.hashaven.hash.PhotoProbe.Part;
import org.hashaven.hash.Region;
import org.hashaven.hash.VideoView.Turning;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.region.Agreed;
import org.hashaven.index.region.Agreement;

/**
 * The lookup of an upload's regions in one searcher: each region exactly, then for each photo that enough of them hit whether they lie in
 * both as in one picture.
 *
 * <p>
 * What is a hit is exact: every listed region within {@value #RADIUS} bits, or within its bank's radius if that is smaller. What is done
 * with the hits has bounds: a region keeps at most {@value #MAX_HITS_A_REGION} of a segment, and at most {@value #MAX_COMPARED} photos of a
 * segment are compared. Where a bound is met, the answer says so.
 */
final class RegionLookup {

	/** Several must agree, and still no radius is larger than that of a single hash. */
	static final int RADIUS = Bank.DEFAULT_RADIUS;

	static final int MAX_HITS_A_REGION = 10_000;
	static final int MAX_COMPARED = 20_000;

	private static final Comparator<PhotoMatch> MOST_FIRST = Comparator.<PhotoMatch>comparingInt(match -> -count(match))
			.thenComparing(PhotoMatch::id);

	/** Of so much of the upload and more it is said that it is all of it. */
	private static final int ALL_PERCENT = 90;

	private static final double QUARTER_DEGREES = 90;

	/** Places tell a turn no better than this. */
	private static final double SURE_DEGREES = 2;

	private final RecordSearcher searcher;
	private final LookupRules rules;
	private final SearchCounters counters = new SearchCounters();
	private int hashes;
	private boolean capped;

	RegionLookup(RecordSearcher searcher, MatchOptions options) throws IOException {
		this.searcher = searcher;
		MatchOptions anyQuality = new MatchOptions(options.banks(), options.radius(), OptionalInt.empty(), options.resultCap());
		rules = new LookupRules(searcher.banks(), anyQuality, options.radius(), 0);
	}

	/** The photos that regions agree on, those with most of them first. */
	List<PhotoMatch> match(PhotoProbe.Regions probe) throws IOException {
		List<PhotoMatch> matches = new ArrayList<>();
		if (rules.largestRadius() >= 0) {
			List<Region> upload = probe.regions().get();
			hashes += upload.size();
			for (LeafReaderContext segment : searcher.reader().leaves()) {
				match(segment.reader(), upload, probe, matches);
			}
		}
		matches.sort(MOST_FIRST);
		return matches;
	}

	int hashes() {
		return hashes;
	}

	boolean capped() {
		return capped;
	}

	SearchStats stats() {
		return counters.toStats();
	}

	private void match(LeafReader segment, List<Region> upload, PhotoProbe.Regions probe, List<PhotoMatch> matches) throws IOException {
		RegionHits hits = hits(segment, upload);
		if (hits.size() < Agreed.LEAST_COUNT) {
			return;
		}
		hits.sort();
		SegmentRules accepted = new SegmentRules(rules, segment);
		int compared = 0;
		for (int begin = 0, end = hits.end(0); begin < hits.size(); begin = end, end = hits.end(begin)) {
			if (hits.distinctRegions(begin, end, Agreed.LEAST_COUNT) < Agreed.LEAST_COUNT) {
				continue;
			}
			if (compared == MAX_COMPARED) {
				capped = true;
				return;
			}
			compared++;
			Agreed agreed = Agreement.of(hits.pairs(begin, end, upload));
			int wholeBits = agreed.asksForWhole() ? probe.whole().distance(hashOf(segment, hits.photo(begin))) : 0;
			if (agreed.isMatch(wholeBits)) {
				Bank bank = accepted.bank(hits.bank(begin));
				matches.add(new PhotoMatch(idOf(segment, hits.photo(begin)), bank.name(), bank.purpose(), seen(probe.how(), agreed),
						new PhotoMatch.Evidence.Regions(agreed.count(), agreed.shownPercent()), OptionalInt.empty()));
			}
		}
	}

	private RegionHits hits(LeafReader segment, List<Region> upload) throws IOException {
		RegionHits hits = new RegionHits();
		int radius = Math.min(RADIUS, rules.largestRadius());
		for (int region = 0; region < upload.size(); region++) {
			HammingQuery query = new HammingQuery(RecordFields.REGION, upload.get(region).hash(), radius);
			HammingHits found = rules.search(query, segment, counters);
			if (found.size() > 0) {
				take(segment, region, found, hits);
			}
		}
		return hits;
	}

	private void take(LeafReader segment, int region, HammingHits found, RegionHits hits) throws IOException {
		SegmentRules accepted = new SegmentRules(rules, segment);
		SortedDocValues photos = segment.getSortedDocValues(RecordFields.PHOTO);
		NumericDocValues places = segment.getNumericDocValues(RecordFields.PLACE);
		if (photos == null || places == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		int kept = 0;
		for (int hit = 0; hit < found.size(); hit++) {
			int document = found.document(hit);
			int bank = accepted.bankOf(document, found.distanceBits(hit));
			if (bank != SegmentRules.REFUSED) {
				if (kept == MAX_HITS_A_REGION) {
					capped = true;
					return;
				}
				kept++;
				RecordSearcher.require(photos.advanceExact(document) && places.advanceExact(document));
				hits.add(photos.ordValue(), document, (int) places.longValue(), bank, region, found.distanceBits(hit));
			}
		}
	}

	/** The hash of a whole photo, which lies in the segment of its regions. */
	private static Hash256 hashOf(LeafReader segment, int photo) throws IOException {
		Terms ids = segment.terms(RecordFields.ID);
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		if (ids == null || hashes == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		TermsEnum id = ids.iterator();
		RecordSearcher.require(id.seekExact(bytesOf(segment, photo)));
		PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
		Bits live = segment.getLiveDocs();
		int document = documents.nextDoc();
		while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
			document = documents.nextDoc();
		}
		KnnVectorValues.DocIndexIterator ordinals = hashes.iterator();
		RecordSearcher.require(document != DocIdSetIterator.NO_MORE_DOCS && ordinals.advance(document) == document);
		return Hash256.ofBytes(hashes.vectorValue(ordinals.index()));
	}

	private static String idOf(LeafReader segment, int photo) throws IOException {
		return RecordIds.toText(bytesOf(segment, photo));
	}

	private static BytesRef bytesOf(LeafReader segment, int photo) throws IOException {
		SortedDocValues photos = segment.getSortedDocValues(RecordFields.PHOTO);
		if (photos == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		return photos.lookupOrd(photo);
	}

	/** How the upload was seen, and where in it the listed picture lies. */
	private static How seen(How how, Agreed agreed) {
		int percent = Math.clamp(agreed.coveredPercent(), 1, 100);
		boolean all = percent >= ALL_PERCENT;
		int quarters = Math.toIntExact(Math.round(agreed.degrees() / QUARTER_DEGREES));
		double turned = agreed.degrees() - quarters * QUARTER_DEGREES;
		double degrees = Math.abs(turned) < SURE_DEGREES ? 0 : turned;
		return new How(all ? Part.WHOLE : Part.INSIDE, all ? 100 : percent, turned(how.turning() != Turning.NONE, quarters), degrees,
				how.inverted());
	}

	private static Turning turned(boolean mirrored, int quarters) {
		return switch (Math.floorMod(quarters, 4)) {
			case 0 -> mirrored ? Turning.MIRRORED : Turning.NONE;
			case 2 -> mirrored ? Turning.MIRRORED_UPSIDE_DOWN : Turning.UPSIDE_DOWN;
			default -> mirrored ? Turning.MIRRORED_QUARTER_TURN : Turning.QUARTER_TURN;
		};
	}

	private static int count(PhotoMatch match) {
		return match.evidence() instanceof PhotoMatch.Evidence.Regions regions ? regions.count() : 0;
	}
}
