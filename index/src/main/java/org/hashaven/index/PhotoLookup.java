package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.hashaven.hash.query.PhotoQuery;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.regioncode.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * The lookup of one photo in several ways, one after the other, until one of them shows something that is to be blocked.
 *
 * <pre>
 *   probe ─┬→ view    → Lookup       (one hash)                 ─┬→ blocks? the rest is not even made
 *          └→ regions → RegionLookup (several, that lie alike)  ─┘
 * </pre>
 *
 * Matches with what is known to be harmless, found on the way, are given too, each media once.
 */
final class PhotoLookup {

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
	private SearchStats stats = SearchStats.NONE;
	private int hashes;
	private boolean capped;

	private @Nullable Boolean holdsRegions;

	PhotoLookup(RecordSearcher searcher, UnlikeUploads watch, MatchOptions options) {
		this.searcher = searcher;
		this.watch = watch;
		this.options = options;
	}

	/** Looks one view up; false when further ones cannot change the answer. */
	boolean look(PhotoQuery probe) throws IOException {
		if (isDecided()) {
			return false;
		}
		switch (probe) {
			case PhotoQuery.View view -> look(view);
			case PhotoQuery.Regions regions -> {
				if (holdsRegions()) {
					look(regions);
				}
			}
		}
		return !isDecided();
	}

	private boolean isDecided() {
		return blocks() || budget.isExhausted();
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

	private void look(PhotoQuery.View view) throws IOException {
		MatchResult result = Lookup.match(searcher, view.hash(), options.withQuality(view.quality()));
		result.matches().forEach(match -> add(PhotoMatch.of(match, view.how())));
		hashes++;
		capped |= result.capped();
		stats = stats.plus(result.stats());
		budget.take(Math.toIntExact(Math.min(result.stats().work(), MAX_WORK + 1)));
	}

	private void look(PhotoQuery.Regions probe) throws IOException {
		RegionLookup lookup = new RegionLookup(searcher, watch, options, budget);
		lookup.match(probe).forEach(this::add);
		hashes += lookup.hashes();
	}

	private void add(PhotoMatch match) {
		// What is held back by its regions may still block by its hash.
		matches.merge(new MediaName(match.bank(), match.id()), match, (known, again) -> known.isHeldBack() ? again : known);
	}

	private boolean blocks() {
		return matches.values().stream().anyMatch(PhotoMatch::blocks);
	}

	PhotoMatchResult result() {
		List<PhotoMatch> found = new ArrayList<>(matches.values());
		int kept = Math.min(found.size(), options.resultCap());
		return new PhotoMatchResult(found.subList(0, kept), capped || kept < found.size(), !budget.isExhausted(), hashes, stats);
	}
}
