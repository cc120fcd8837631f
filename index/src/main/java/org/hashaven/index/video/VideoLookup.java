package org.hashaven.index.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.Bank;
import org.hashaven.index.LookupStats.VideoWork;
import org.hashaven.index.LookupStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.VideoMatch;
import org.hashaven.index.alignment.Frames;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.lookup.LookupRules;
import org.hashaven.index.lookup.Parallel;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;

/**
 * The lookup of one view of a video in one searcher.
 *
 * <pre>
 *   frames → FrameHits, on all processors → HitGroups, media by media ─┬→ single records → PHOTO
 *                                              └→ SceneWeights of scenes ────┴→ StoredVideo → VideoComparison → the other reasons
 * </pre>
 *
 * <p>
 * Every frame that counts is looked up exactly. What is done with the hits is a judgement, with these bounds: a frame keeps at most
 * {@value #MAX_HITS_A_FRAME} hits and all together {@value #MAX_HITS} (or {@value #MIN_HITS_A_FRAME} each, if that is more), and at most
 * {@value #MAX_COMPARED} videos, those with most hits in different scenes, are compared in time. Where a bound is met, the answer says so.
 */
public final class VideoLookup {

	/** Frames below this quality never count, whatever a bank's floor: what they show says too little. */
	public static final int MIN_QUALITY = 50;

	public static final int MAX_HITS_A_FRAME = 10_000;
	public static final int MIN_HITS_A_FRAME = 16;
	public static final int MAX_HITS = 4_000_000;
	public static final int MAX_COMPARED = 2_000;

	private final RecordSearcher searcher;
	private final Executor executor;
	private final MatchOptions options;
	private final LookupRules rules;
	private final MediaNumbers numbers;
	private final VideoView view;
	private final List<FrameHash> counting;

	private VideoLookup(RecordSearcher searcher, Executor executor, VideoView view, MatchOptions options) throws IOException {
		this.executor = executor;
		this.searcher = searcher;
		this.options = options;
		rules = new LookupRules(searcher.banks(), options, options.radius(), OptionalInt.empty(), MIN_QUALITY);
		numbers = new MediaNumbers(searcher);
		this.view = view;
		counting = view.frames().stream().filter(frame -> frame.quality() >= MIN_QUALITY).toList();
	}

	/** All media of which the video shows something, or those with the highest scores. */
	public static MatchResult<VideoMatch> match(RecordSearcher searcher, Executor executor, VideoView view, MatchOptions options)
			throws IOException {
		VideoLookup lookup = new VideoLookup(searcher, executor, view, options);
		return lookup.match(view.frames().size() - lookup.counting.size());
	}

	private MatchResult<VideoMatch> match(int framesTooPlain) throws IOException {
		int maxHits = Math.clamp(MAX_HITS / Math.max(1, counting.size()), MIN_HITS_A_FRAME, MAX_HITS_A_FRAME);
		List<FrameHits> hits = Parallel.map(executor, counting, frame -> FrameHits.of(frame, searcher, numbers, options, maxHits));
		int capped = (int) hits.stream().filter(FrameHits::capped).count();
		HitGroups groups = new HitGroups(hits);
		StoredVideos videos = new StoredVideos(groups, numbers, rules);
		Frames query = Frames.of(counting);
		HitBanks banks = new HitBanks(groups, numbers, searcher.banks());
		SceneWeights rarity = new SceneWeights(query, hits, numbers, groups, banks, videos);
		VideoComparison comparison = new VideoComparison(query, counting, view.how(), rarity, groups, rules);

		List<Integer> promising = comparison.promising(numbers);
		List<Integer> compared = promising.subList(0, Math.min(promising.size(), MAX_COMPARED));
		List<VideoMatch> matches = new ArrayList<>();
		Parallel.map(executor, compared, group -> comparison.compare(group, videos.get(group)))
				.forEach(match -> match.ifPresent(matches::add));
		addPhotos(groups, matches);
		matches.sort(ViewsLookup.BEST_FIRST);
		int kept = Math.min(matches.size(), options.resultCap());
		VideoWork work = new VideoWork(1, framesTooPlain, groups.size(), capped, rarity.commonScenes(), compared.size());
		return new MatchResult<>(matches.subList(0, kept), kept < matches.size() || compared.size() < promising.size() || capped > 0, true,
				new LookupStats(counting.size(), sum(hits), work));
	}

	/** Adds a match for each single record that a frame hits: a picture is matched as it is when looked up alone. */
	private void addPhotos(HitGroups groups, List<VideoMatch> matches) throws IOException {
		for (int group = 0; group < groups.groups(); group++) {
			if (!numbers.isVideo(groups.media(group))) {
				matches.add(photo(groups, group));
			}
		}
	}

	private VideoMatch photo(HitGroups groups, int group) throws IOException {
		LeafReader segment = numbers.reader(numbers.segmentOf(groups.media(group)));
		int document = groups.document(groups.begin(group));
		SortedDocValues banks = RecordSearcher.banksOf(segment);
		RecordSearcher.require(banks.advanceExact(document));
		Bank bank = rules.bank(banks.lookupOrd(banks.ordValue()).utf8ToString());
		int[] frames = IntStream.range(groups.begin(group), groups.begin(group + 1)).map(groups::frame).toArray();
		MatchedSpan span = new MatchedSpan(counting.get(frames[0]).timeMs(), counting.get(frames[frames.length - 1]).timeMs(), 0, 0);
		long asked = counting.stream().filter(frame -> frame.quality() >= rules.floorOf(bank)).count();
		String id = RecordIds.toText(new SegmentMedia(segment).idOf(document));
		return new VideoMatch(id, bank.name(), bank.purpose(), VideoMatch.Reason.PHOTO, view.how(), List.of(span),
				(double) frames.length / asked, 1, 1);
	}

	private static SearchStats sum(Collection<FrameHits> hits) {
		return hits.stream().map(FrameHits::stats).reduce(SearchStats.NONE, SearchStats::plus);
	}
}
