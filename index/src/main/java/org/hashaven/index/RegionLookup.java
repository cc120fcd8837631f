package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.PhotoProbe;
import org.hashaven.hash.PhotoProbe.How;
import org.hashaven.hash.PhotoProbe.Part;
import org.hashaven.hash.RegionQuery;
import org.hashaven.hash.VideoView.Turning;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.region.Agreed;
import org.hashaven.index.region.Agreement;
import org.hashaven.index.region.Hits;
import org.hashaven.index.regioncode.RegionSearcher;
import org.hashaven.index.regioncode.RegionWorkspace;
import org.hashaven.index.regioncode.WorkBudget;

/**
 * The lookup of an upload's regions in one searcher.
 *
 * <pre>
 *   regions → RegionSearcher → RegionHits, photo by photo → Agreement: where in the upload would it lie?
 *                                                           → Alignment: is the whole of it there? → match
 * </pre>
 *
 * All work is charged to one budget. When it is spent the lookup stops, and the answer says that it is not complete. Photos with the most
 * hits come first, so a flood of listed photos with a few common regions cannot crowd out a copy.
 */
final class RegionLookup {

	private static final Comparator<PhotoMatch> MOST_FIRST = Comparator.<PhotoMatch>comparingInt(match -> -count(match))
			.thenComparing(PhotoMatch::id).thenComparing(PhotoMatch::bank);

	/** What comparing the places of one photo's hits costs at most, in buckets opened. */
	private static final int AGREEMENT_COST = 2_000;

	/** What hashing an upload under a listed picture's frame costs, in buckets opened. */
	private static final int ALIGNMENT_COST = 60_000;

	/** An upload that is covered by this much is said to be all of it. */
	private static final int ALL_PERCENT = 90;

	private static final double QUARTER_DEGREES = 90;

	/** Places tell a turn no better than this. */
	private static final double SURE_DEGREES = 2;

	private static final ThreadLocal<RegionWorkspace> WORKSPACES = ThreadLocal.withInitial(RegionWorkspace::new);

	private final RecordSearcher searcher;
	private final LookupRules rules;
	private final WorkBudget budget;
	private int hashes;

	RegionLookup(RecordSearcher searcher, MatchOptions options, WorkBudget budget) throws IOException {
		this.searcher = searcher;
		this.budget = budget;
		MatchOptions anyQuality = new MatchOptions(options.banks(), options.radius(), OptionalInt.empty(), options.resultCap());
		rules = new LookupRules(searcher.banks(), anyQuality, options.radius(), 0);
	}

	/** The photos that regions agree on, those with most of them first. */
	List<PhotoMatch> match(PhotoProbe.Regions probe) throws IOException {
		List<PhotoMatch> matches = new ArrayList<>();
		if (rules.largestRadius() >= 0) {
			List<RegionQuery> upload = probe.regions().get();
			hashes += upload.size();
			for (LeafReaderContext segment : searcher.reader().leaves()) {
				match(segment.reader(), upload, probe, matches);
			}
		}
		matches.sort(MOST_FIRST);
		return matches;
	}

	/** How many regions were looked up. */
	int hashes() {
		return hashes;
	}

	private void match(LeafReader segment, List<RegionQuery> upload, PhotoProbe.Regions probe, List<PhotoMatch> matches)
			throws IOException {
		RegionHits hits = new RegionHits();
		RegionSearcher.search(segment, RecordFields.REGIONS, upload, hits, budget, WORKSPACES.get());
		for (RegionHits.Group group : hits.groups(Agreed.MIN_COUNT)) {
			if (budget.take(AGREEMENT_COST) < AGREEMENT_COST) {
				return;
			}
			// Rules, ids and hashes are read in the order of documents, and groups come in another.
			SegmentRules accepted = new SegmentRules(rules, segment);
			int bank = accepted.bankOf(group.document(), 0);
			if (bank == SegmentRules.REFUSED) {
				continue;
			}
			Hits pairs = hits.pairs(group, upload);
			Agreed agreed = Agreement.of(pairs);
			if (!agreed.isEnough()) {
				continue;
			}
			if (budget.take(ALIGNMENT_COST) < ALIGNMENT_COST) {
				return;
			}
			int wholeBits = probe.alignment().distanceBits(hashOf(segment, group.document()), agreed.placement());
			if (agreed.isMatch(wholeBits) && wholeBits <= maxWholeBits(accepted.radius(bank))) {
				matches.add(new PhotoMatch(idOf(segment, group.document()), accepted.bank(bank).name(), accepted.bank(bank).purpose(),
						seen(probe.how(), agreed), new PhotoMatch.Evidence.Regions(agreed.count(), agreed.shownPercent(), wholeBits),
						OptionalInt.empty()));
			}
		}
	}

	/** A bank that is stricter than usual with one hash is as much stricter with the whole picture that regions point at. */
	private static int maxWholeBits(int radius) {
		return radius >= Bank.DEFAULT_RADIUS ? Hash256.BITS : Agreed.MAX_WHOLE_BITS * radius / Bank.DEFAULT_RADIUS;
	}

	private static Hash256 hashOf(LeafReader segment, int document) throws IOException {
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		if (hashes == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		KnnVectorValues.DocIndexIterator documents = hashes.iterator();
		RecordSearcher.require(documents.advance(document) == document);
		return Hash256.ofBytes(hashes.vectorValue(documents.index()));
	}

	private static String idOf(LeafReader segment, int document) throws IOException {
		BinaryDocValues ids = segment.getBinaryDocValues(RecordFields.ID);
		if (ids == null || !ids.advanceExact(document)) {
			throw new IndexException(Reason.CORRUPT);
		}
		return RecordIds.toText(ids.binaryValue());
	}

	/** How the upload was seen, and where in it the listed picture lies. */
	private static How seen(How how, Agreed agreed) {
		int percent = Math.clamp(agreed.coveredPercent(), 1, 100);
		boolean all = percent >= ALL_PERCENT;
		double turn = Math.toDegrees(agreed.placement().angle());
		int quarters = Math.toIntExact(Math.round(turn / QUARTER_DEGREES));
		double tilt = turn - quarters * QUARTER_DEGREES;
		double degrees = Math.abs(tilt) < SURE_DEGREES ? 0 : tilt;
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
