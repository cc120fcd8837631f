package org.hashaven.index.video;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.LookupStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.VideoMatch;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordSearcher;

/**
 * The lookup of one video in several views, one after the other, until one of them shows something that is to be blocked.
 *
 * <p>
 * So a copy that was not mirrored or turned costs no more than one lookup, and the answer says what the first view that blocks says.
 * Matches with what is known to be harmless, found on the way, are given too, each media once.
 */
public final class ViewsLookup {

	/** Highest score first, equal scores by id. */
	public static final Comparator<VideoMatch> BEST_FIRST = Comparator.comparingDouble(VideoMatch::score).reversed()
			.thenComparing(VideoMatch::id).thenComparing(VideoMatch::bank);

	private ViewsLookup() {
	}

	public static MatchResult<VideoMatch> match(RecordSearcher searcher, Executor executor, List<VideoView> views, MatchOptions options)
			throws IOException {
		Map<MediaName, VideoMatch> matches = new HashMap<>();
		LookupStats stats = LookupStats.NONE;
		boolean capped = false;
		boolean ended = false;
		for (int view = 0; view < views.size() && !ended; view++) {
			MatchResult<VideoMatch> result = VideoLookup.match(searcher, executor, views.get(view), options);
			result.matches().forEach(match -> matches.putIfAbsent(new MediaName(match.bank(), match.id()), match));
			ended = result.matches().stream().anyMatch(options.endsAt());
			stats = stats.plus(result.stats());
			capped |= result.capped();
		}
		List<VideoMatch> best = matches.values().stream().sorted(BEST_FIRST).limit(options.resultCap()).toList();
		return new MatchResult<>(best, capped || best.size() < matches.size(), true, stats);
	}
}
