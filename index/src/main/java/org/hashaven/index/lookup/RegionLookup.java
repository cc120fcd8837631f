package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.Match;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.Purpose;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentBanks;
import org.hashaven.index.region.Correspondences;
import org.hashaven.index.region.GeometricVerification;
import org.hashaven.index.region.Relisted;
import org.hashaven.index.region.VerificationResult;
import org.hashaven.index.regioncode.RegionSearcher;
import org.hashaven.index.regioncode.RegionVector;
import org.hashaven.index.regioncode.RegionWorkspace;
import org.hashaven.index.regioncode.WorkBudget;
import org.roaringbitmap.RoaringBitmap;

/**
 * The lookup of an upload's regions in one searcher.
 *
 * <pre>
 *   regions → RegionSearcher → RegionHits, photo by photo → GeometricVerification: where in the upload would it lie?
 *                                                           → Alignment: is the whole of it there? ─┬→ surely: match
 *                                                                                                   └→ nearly: Relisted → match
 * </pre>
 *
 * All work is charged to one budget. When it is spent the lookup stops, and the answer says that it is not complete. Photos with the most
 * hits come first, so a flood of listed photos with a few common regions cannot crowd out a copy. Listing anew what an upload shows is the
 * most expensive step: it comes last, and only while nothing found is to be blocked.
 */
public final class RegionLookup {

	private static final Comparator<PhotoMatch> MOST_FIRST = Comparator.<PhotoMatch>comparingInt(match -> -count(match))
			.thenComparing(PhotoMatch::id).thenComparing(PhotoMatch::bank);

	/** What comparing the places of one photo's hits costs, in buckets opened, for each three of them. */
	private static final int AGREEMENT_COST_OF_THREE = 2;

	/** What hashing an upload under a listed picture's frame costs, in buckets opened. */
	private static final int ALIGNMENT_COST = 60_000;

	/** What listing anew what an upload shows costs, in buckets opened. */
	private static final int RELISTING_COST = 5_000_000;

	/** Two parts of an upload whose hashes are so near are one part, cut a little differently. */
	private static final int SAME_FRAME_BITS = 12;

	/** An upload that is covered by this much is said to be all of it. */
	private static final int ALL_PERCENT = 90;

	private static final double QUARTER_DEGREES = 90;

	/** Places tell a turn no better than this. */
	private static final double SURE_DEGREES = 2;

	private static final ThreadLocal<RegionWorkspace> WORKSPACES = ThreadLocal.withInitial(RegionWorkspace::new);

	private final RecordSearcher searcher;
	private final UnlikeUploads watch;
	private final LookupRules rules;
	private final WorkBudget budget;
	private final Predicate<? super Match> endsAt;
	private int hashes;

	public RegionLookup(RecordSearcher searcher, UnlikeUploads watch, MatchOptions options, WorkBudget budget) throws IOException {
		this.searcher = searcher;
		this.watch = watch;
		this.budget = budget;
		this.endsAt = options.endsAt();
		rules = new LookupRules(searcher.banks(), options, options.radius(), OptionalInt.empty(), 0);
	}

	/**
	 * A photo whose regions agree, and whose whole is nearly there.
	 *
	 * @param agreed
	 *            what they say together
	 * @param listed
	 *            all its regions
	 * @param shown
	 *            what the upload shows in its place
	 */
	private record Candidate(PhotoMatch match, VerificationResult agreed, RegionSet listed, PhotoView.Shown shown) {
	}

	/** A part of the upload that was listed anew. */
	private record Relisting(Hash256 hash, List<Region> regions) {
	}

	/** What an upload's regions hit in one segment, photo by photo; {@code common} are the documents in banks of what is common. */
	private record SegmentHits(LeafReader segment, RegionHits hits, List<RegionHits.Group> groups, RoaringBitmap common) {
	}

	/** The photos that regions agree on, those with most of them first. */
	public List<PhotoMatch> match(PhotoView.Regions view) throws IOException {
		List<PhotoMatch> matches = new ArrayList<>();
		if (rules.largestRadius() >= 0) {
			List<RegionQuery> upload = view.regions().get();
			hashes += upload.size();
			List<SegmentHits> found = search(upload);
			CommonRegions common = common(found, upload);
			List<Candidate> candidates = new ArrayList<>();
			for (SegmentHits segment : found) {
				match(segment, upload, common, view, matches, candidates);
			}
			relist(candidates, common, matches);
		}
		matches.sort(MOST_FIRST);
		return matches;
	}

	private List<SegmentHits> search(List<RegionQuery> upload) throws IOException {
		Set<String> banks = searcher.banks().list().stream().filter(bank -> bank.purpose() == Purpose.COMMON).map(Bank::name)
				.collect(Collectors.toSet());
		List<SegmentHits> found = new ArrayList<>();
		for (LeafReaderContext leaf : searcher.reader().leaves()) {
			RegionHits hits = new RegionHits();
			RegionSearcher.search(leaf.reader(), RecordFields.REGIONS, upload, hits, budget, WORKSPACES.get());
			RoaringBitmap common = banks.isEmpty() ? new RoaringBitmap() : SegmentBanks.of(leaf.reader()).of(banks);
			found.add(new SegmentHits(leaf.reader(), hits, hits.groups(VerificationResult.MIN_COUNT), common));
		}
		return found;
	}

	/** What the upload shares with common pictures, whichever banks the lookup was asked for. */
	private CommonRegions common(List<SegmentHits> found, List<RegionQuery> upload) {
		CommonRegions common = new CommonRegions(upload);
		for (SegmentHits segment : found) {
			Bits live = segment.segment.getLiveDocs();
			for (RegionHits.Group group : segment.groups) {
				if (!segment.common.contains(group.document()) || (live != null && !live.get(group.document()))) {
					continue;
				}
				int cost = agreementCost(group.end() - group.begin());
				if (budget.take(cost) < cost) {
					return common;
				}
				Correspondences pairs = segment.hits.pairs(group, upload);
				if (GeometricVerification.of(pairs).isEnough()) {
					common.add(pairs);
				}
			}
		}
		return common;
	}

	private void relist(List<Candidate> candidates, CommonRegions common, List<PhotoMatch> matches) {
		candidates.sort(Comparator.comparing(Candidate::match, MOST_FIRST));
		List<Relisting> done = new ArrayList<>();
		for (Candidate candidate : candidates) {
			boolean ended = matches.stream().anyMatch(endsAt);
			Optional<List<Region>> shown = ended ? Optional.empty() : regions(candidate.shown, done);
			if (shown.isEmpty()) {
				return;
			}
			if (Relisted.count(common.without(shown.get()), candidate.listed.list()) >= candidate.agreed.minRelisted()) {
				matches.add(watched(candidate.match, candidate.shown));
			}
		}
	}

	/** The match, held back if the record has matched uploads that are unlike each other. */
	private PhotoMatch watched(PhotoMatch match, PhotoView.Shown shown) {
		if (!watch.matched(new MediaName(match.bank(), match.id()), shown.hash())
				|| !(match.evidence() instanceof PhotoMatch.Evidence.Regions regions)) {
			return match;
		}
		return new PhotoMatch(match.id(), match.bank(), match.purpose(), match.how(), new PhotoMatch.Evidence.Regions(regions.count(),
				regions.shownPercent(), regions.wholeDistanceBits(), true), match.timeMs());
	}

	/** The regions of what is shown, which several listed pictures may lie upon; empty if the budget does not allow it. */
	private Optional<List<Region>> regions(PhotoView.Shown shown, List<Relisting> done) {
		for (Relisting same : done) {
			if (same.hash.distance(shown.hash()) <= SAME_FRAME_BITS) {
				return Optional.of(same.regions);
			}
		}
		if (budget.take(RELISTING_COST) < RELISTING_COST) {
			return Optional.empty();
		}
		Relisting listed = new Relisting(shown.hash(), shown.regions());
		done.add(listed);
		return Optional.of(listed.regions);
	}

	/** How many regions were looked up. */
	public int hashes() {
		return hashes;
	}

	private void match(SegmentHits found, List<RegionQuery> upload, CommonRegions common, PhotoView.Regions view,
			List<PhotoMatch> matches, List<Candidate> candidates) throws IOException {
		LeafReader segment = found.segment;
		for (RegionHits.Group group : found.groups) {
			int cost = agreementCost(group.end() - group.begin());
			if (budget.take(cost) < cost) {
				return;
			}
			// Rules, ids and hashes are read in the order of documents, and groups come in another.
			SegmentRules accepted = new SegmentRules(rules, segment);
			int bank = accepted.bankOf(group.document(), 0);
			if (bank == SegmentRules.REFUSED) {
				continue;
			}
			Correspondences pairs = found.hits.pairs(group, upload);
			VerificationResult agreed = GeometricVerification.of(common.without(pairs));
			if (!agreed.isEnough()) {
				continue;
			}
			if (budget.take(ALIGNMENT_COST) < ALIGNMENT_COST) {
				return;
			}
			Hash256 listed = Hash256.ofBytes(vectorOf(segment, RecordFields.HASH, group.document()));
			PhotoView.Shown shown = view.alignment().shown(listed, agreed.placement());
			int wholeBits = shown.hash().distance(listed);
			if (!agreed.isNear(wholeBits) || wholeBits > maxWholeBits(accepted.radius(bank))) {
				continue;
			}
			PhotoMatch match = new PhotoMatch(idOf(segment, group.document()), accepted.bank(bank).name(), accepted.bank(bank).purpose(),
					seen(view.how(), agreed), new PhotoMatch.Evidence.Regions(agreed.count(), agreed.shownPercent(), wholeBits, false),
					OptionalInt.empty());
			if (agreed.isSure(wholeBits)) {
				matches.add(watched(match, shown));
			} else {
				candidates.add(new Candidate(match, agreed,
						RegionVector.toSet(vectorOf(segment, RecordFields.REGIONS, group.document())), shown));
			}
		}
	}

	private static int agreementCost(int hits) {
		int compared = Math.min(hits, GeometricVerification.MOST_HITS);
		return AGREEMENT_COST_OF_THREE * compared * compared * compared / 2;
	}

	/** A bank that is stricter than usual with one hash is as much stricter with the whole picture that regions point at. */
	private static int maxWholeBits(int radius) {
		return radius >= Bank.DEFAULT_RADIUS ? Hash256.BITS : VerificationResult.MAX_WHOLE_BITS * radius / Bank.DEFAULT_RADIUS;
	}

	private static byte[] vectorOf(LeafReader segment, String field, int document) throws IOException {
		ByteVectorValues vectors = segment.getByteVectorValues(field);
		if (vectors == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		KnnVectorValues.DocIndexIterator documents = vectors.iterator();
		RecordSearcher.require(documents.advance(document) == document);
		return vectors.vectorValue(documents.index());
	}

	private static String idOf(LeafReader segment, int document) throws IOException {
		BinaryDocValues ids = segment.getBinaryDocValues(RecordFields.ID);
		if (ids == null || !ids.advanceExact(document)) {
			throw new IndexException(Reason.CORRUPT);
		}
		return RecordIds.toText(ids.binaryValue());
	}

	/** How the upload was seen, and where in it the listed picture lies. */
	private static Transform seen(Transform how, VerificationResult agreed) {
		int percent = Math.clamp(agreed.coveredPercent(), 1, 100);
		boolean all = percent >= ALL_PERCENT;
		double turn = Math.toDegrees(agreed.placement().angle());
		int quarters = Math.toIntExact(Math.round(turn / QUARTER_DEGREES));
		double tilt = turn - quarters * QUARTER_DEGREES;
		double degrees = Math.abs(tilt) < SURE_DEGREES ? 0 : tilt;
		return new Transform(all ? Part.WHOLE : Part.INSIDE, all ? 100 : percent, turned(how.turning() != Turning.NONE, quarters), degrees,
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
