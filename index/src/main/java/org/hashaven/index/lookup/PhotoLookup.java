package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.index.HashMatch;
import org.hashaven.index.LookupStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.PhotoMatch.Evidence;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.index.Query;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.regioncode.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * The lookup of one photo in several ways, one after the other, until one of them shows something that is to be blocked.
 *
 * <pre>
 *   view ─┬→ hash    → Lookup       (one hash)                 ─┬→ blocks? the rest is not even made
 *         └→ regions → RegionLookup (several, that lie alike)  ─┘
 * </pre>
 *
 * Matches with what is known to be harmless, found on the way, are given too, each media once.
 */
public final class PhotoLookup {

	/**
	 * What one upload may cost, in buckets of tables opened or candidates compared, ten to fifteen nanoseconds each: less than twenty times
	 * what an ordinary one costs in an index of a million photos with regions.
	 */
	private static final long MAX_WORK = 25_000_000;

	private final RecordSearcher searcher;
	private final UnlikeUploads watch;
	private final MatchOptions options;
	private final Map<MediaName, PhotoMatch> matches = new LinkedHashMap<>();
	private final WorkBudget budget = new WorkBudget(MAX_WORK);
	private LookupStats stats = LookupStats.NONE;
	private boolean capped;

	private @Nullable Boolean holdsRegions;

	public PhotoLookup(RecordSearcher searcher, UnlikeUploads watch, MatchOptions options) {
		this.searcher = searcher;
		this.watch = watch;
		this.options = options;
	}

	/** Looks one view up; false when further ones cannot change the answer. */
	public boolean look(PhotoView view) throws IOException {
		if (isDecided()) {
			return false;
		}
		switch (view) {
			case PhotoView.Hashed hashed -> look(hashed);
			case PhotoView.Regions regions -> {
				if (holdsRegions()) {
					look(regions);
				}
			}
		}
		return !isDecided();
	}

	private boolean isDecided() {
		return matches.values().stream().anyMatch(options.endsAt()) || budget.isExhausted();
	}

	private boolean holdsRegions() throws IOException {
		Boolean known = holdsRegions;
		if (known == null) {
			known = anySegmentHoldsRegions();
			holdsRegions = known;
		}
		return known;
	}

	private boolean anySegmentHoldsRegions() throws IOException {
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			if (segment.reader().getByteVectorValues(RecordFields.REGIONS) != null) {
				return true;
			}
		}
		return false;
	}

	private void look(PhotoView.Hashed view) throws IOException {
		MatchResult<HashMatch> result = Lookup.match(searcher, Query.of(view.hash(), view.quality()), options);
		result.matches().forEach(match -> add(seen(match, view.how())));
		capped |= result.capped();
		stats = stats.plus(result.stats());
		budget.take(Math.toIntExact(Math.min(result.stats().search().work(), MAX_WORK + 1)));
	}

	private static PhotoMatch seen(HashMatch match, Transform how) {
		return new PhotoMatch(match.id(), match.bank(), match.purpose(), how, new Evidence.Hash(match.distanceBits()), match.timeMs());
	}

	private void look(PhotoView.Regions view) throws IOException {
		RegionLookup lookup = new RegionLookup(searcher, watch, options, budget);
		lookup.match(view).forEach(this::add);
		stats = stats.plus(LookupStats.of(lookup.hashes(), SearchStats.NONE));
	}

	private void add(PhotoMatch match) {
		// What is held back by its regions may still block by its hash.
		matches.merge(new MediaName(match.bank(), match.id()), match, (known, again) -> known.isHeldBack() ? again : known);
	}

	public MatchResult<PhotoMatch> result() {
		List<PhotoMatch> found = new ArrayList<>(matches.values());
		int kept = Math.min(found.size(), options.resultCap());
		return new MatchResult<>(found.subList(0, kept), capped || kept < found.size(), !budget.isExhausted(), stats);
	}
}
