package org.hashaven.benchmarks.safety;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.RgbImage;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.PhotoMatch.Evidence;
import org.hashaven.index.MatchResult;
import org.hashaven.view.PhotoViews;

/**
 * What an upload matched.
 *
 * @param byHash
 *            ids of the records that a view's hash matched
 * @param byRegions
 *            ids of the records that regions matched, held back or not
 * @param blocks
 *            whether it is to be blocked
 * @param complete
 *            whether all of the lookup was done
 */
record KindLookup(Set<String> byHash, Set<String> byRegions, boolean blocks, boolean complete) {

	/**
	 * Looks an upload up as a platform does. Where a view's hash blocks it before its regions are looked up, they are looked up alone
	 * afterwards.
	 */
	static KindLookup of(HashIndex index, RgbImage upload) throws IOException {
		MatchResult<PhotoMatch> result = index.match(new Query.Photo(PhotoViews.of(upload)), MatchOptions.DEFAULT);
		Set<String> byHash = ids(result, Evidence.Hash.class);
		Set<String> byRegions = ids(result, Evidence.Regions.class);
		if (byRegions.isEmpty() && result.blocks()) {
			List<PhotoView> regions = new ArrayList<>();
			PhotoViews.of(upload).forEach(view -> {
				if (view instanceof PhotoView.Regions) {
					regions.add(view);
				}
			});
			byRegions = ids(index.match(new Query.Photo(regions), MatchOptions.DEFAULT), Evidence.Regions.class);
		}
		return new KindLookup(byHash, byRegions, result.blocks(), result.complete());
	}

	private static Set<String> ids(MatchResult<PhotoMatch> result, Class<? extends Evidence> evidence) {
		return result.matches().stream().filter(match -> evidence.isInstance(match.evidence())).map(PhotoMatch::id)
				.collect(Collectors.toSet());
	}

	boolean matches(String id) {
		return byHash.contains(id) || byRegions.contains(id);
	}
}
