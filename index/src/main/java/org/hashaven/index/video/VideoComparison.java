package org.hashaven.index.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.VideoMatch.Reason;
import org.hashaven.index.VideoMatch;
import org.hashaven.index.alignment.Alignment;
import org.hashaven.index.alignment.Frames;
import org.hashaven.index.alignment.Pairs;
import org.hashaven.index.alignment.Span;
import org.hashaven.index.lookup.LookupRules;

/**
 * The judgement whether a looked-up video shows something of a video in the index.
 *
 * <p>
 * It does, when the spans that {@link Alignment} finds have evidence of {@value #ENOUGH} together: different scenes in step, common ones
 * counting for less. Where the shorter of the two has fewer than {@code 2 * }{@value #ENOUGH} scenes, half of them are enough. A video of
 * at most {@value #MAX_STILL_SCENES} scenes is matched as a photo is, by one of them, if it is not common; and so is one that was cut from
 * a single take, nearly all of which shows it: noise can make more scenes of it than it has.
 */
public final class VideoComparison {

	/** Evidence that is always enough, in scenes. */
	public static final int ENOUGH = 3;

	// A video of at most this many scenes is matched as a picture is, by one of them that is not common.
	private static final int MAX_STILL_SCENES = 2;
	private static final double LEAST = 1;

	/** From this share of the time on it is nearly all. */
	public static final double NEARLY_ALL = 0.8;

	// Pairs of one video, so that the comparison of two videos of hours takes no more than seconds.
	private static final int MAX_PAIRS = 100_000;
	private static final int MIN_PAIRS_A_FRAME = 4;

	private final Frames query;
	private final List<FrameHash> frames;
	private final VideoView.Transform how;
	private final SceneWeights rarity;
	private final HitGroups groups;
	private final LookupRules rules;

	/**
	 * @param query
	 *            the frames looked up
	 * @param how
	 *            what was done to their pictures before
	 * @param rarity
	 *            of their scenes
	 */
	public VideoComparison(Frames query, List<FrameHash> frames, VideoView.Transform how, SceneWeights rarity, HitGroups groups,
			LookupRules rules) {
		this.query = query;
		this.frames = frames;
		this.how = how;
		this.rarity = rarity;
		this.groups = groups;
		this.rules = rules;
	}

	/** The groups of videos that may have evidence enough, those with most first. */
	public List<Integer> promising(MediaNumbers numbers) {
		record Promise(int group, double evidence) {
		}
		List<Promise> promises = new ArrayList<>();
		for (int group = 0; group < groups.groups(); group++) {
			if (numbers.isVideo(groups.media(group))) {
				double evidence = evidenceAtMost(group);
				if (evidence >= LEAST) {
					promises.add(new Promise(group, evidence));
				}
			}
		}
		promises.sort(Comparator.comparingDouble(Promise::evidence).reversed());
		return promises.stream().map(Promise::group).toList();
	}

	/** The sum of the weights of the scenes with a hit: no alignment can find more. */
	private double evidenceAtMost(int group) {
		BitSet scenes = new BitSet();
		for (int hit = groups.begin(group); hit < groups.begin(group + 1); hit++) {
			scenes.set(query.scene(groups.frame(hit)));
		}
		double[] weights = rarity.weights(group);
		return scenes.stream().mapToDouble(scene -> weights[scene]).sum();
	}

	/** The match of a group's video, if it is one. */
	public Optional<VideoMatch> compare(int group, StoredVideo video) throws IOException {
		Pairs pairs = pairs(group, video);
		double[] weights = rarity.weights(group);
		int radius = rules.radiusIn(video.bank());
		List<Span> spans = Alignment.align(query, weights, video.frames(), pairs, radius, Alignment.MIN_SPAN_EVIDENCE);
		double evidence = Alignment.evidence(query, weights, video.frames(), spans);
		int scenes = Math.min(query.sceneCount(), video.frames().sceneCount());
		if (evidence >= Math.min(ENOUGH, (scenes + 1) / 2) && !spans.isEmpty()) {
			return Optional.of(match(video, spans, evidence));
		}
		if (scenes <= MAX_STILL_SCENES || pairsUpNearlyAll(pairs)) {
			return Alignment.align(query, weights, video.frames(), pairs, radius, LEAST).stream().findFirst()
					.map(still -> match(video, List.of(still), still.evidence()))
					.filter(still -> scenes <= MAX_STILL_SCENES || still.queryShare() >= NEARLY_ALL);
		}
		return Optional.empty();
	}

	/** Whether nearly every frame looked up has a pair. */
	private boolean pairsUpNearlyAll(Pairs pairs) {
		BitSet paired = new BitSet();
		for (int pair = 0; pair < pairs.size(); pair++) {
			paired.set(pairs.query(pair));
		}
		return paired.cardinality() >= NEARLY_ALL * query.size();
	}

	private Pairs pairs(int group, StoredVideo video) throws IOException {
		Pairs pairs = new Pairs();
		int maxPairsAFrame = Math.max(MIN_PAIRS_A_FRAME, MAX_PAIRS / query.size());
		int from = groups.begin(group);
		while (from < groups.begin(group + 1)) {
			int to = from;
			while (to < groups.begin(group + 1) && groups.frame(to) == groups.frame(from)) {
				to++;
			}
			int step = Math.ceilDiv(to - from, maxPairsAFrame);
			for (int hit = from; hit < to; hit += step) {
				pairs.add(groups.frame(hit), video.frameOf(groups.document(hit)));
			}
			from = to;
		}
		return pairs;
	}

	private VideoMatch match(StoredVideo video, List<Span> spans, double evidence) {
		BitSet inQuery = new BitSet();
		BitSet inMedia = new BitSet();
		List<MatchedSpan> matched = new ArrayList<>();
		for (Span span : spans) {
			BitSet queryFrames = new BitSet();
			BitSet mediaFrames = new BitSet();
			for (int pair = 0; pair < span.pairs().size(); pair++) {
				queryFrames.set(span.pairs().query(pair));
				mediaFrames.set(span.pairs().media(pair));
			}
			addMatching(query, queryFrames, inQuery);
			addMatching(video.frames(), mediaFrames, inMedia);
			matched.add(new MatchedSpan(query.timeMs(queryFrames.nextSetBit(0)), query.timeMs(queryFrames.length() - 1),
					video.frames().timeMs(mediaFrames.nextSetBit(0)), video.frames().timeMs(mediaFrames.length() - 1)));
		}
		matched.sort(Comparator.comparingInt(MatchedSpan::queryFromMs));
		int floor = rules.floorOf(video.bank());
		long asked = frames.stream().filter(frame -> frame.quality() >= floor).count();
		long found = inQuery.stream().filter(frame -> frames.get(frame).quality() >= floor).count();
		double queryShare = (double) found / asked;
		double mediaShare = (double) moments(video.frames(), inMedia.stream())
				/ moments(video.frames(), IntStream.range(0, video.frames().size()));
		Reason reason = evidence < Alignment.MIN_SPAN_EVIDENCE ? Reason.STILL : reason(matched, video.frames());
		return new VideoMatch(video.id(), video.bank().name(), video.bank().purpose(), reason, how, matched, queryShare, mediaShare,
				evidence);
	}

	/** Number of moments at which frames are shown: one that has borders is there twice, as it is and without them. */
	private static long moments(Frames video, IntStream frames) {
		return frames.map(video::timeMs).distinct().count();
	}

	/** Adds the frames of a span that show one of its scenes: of many look-alikes in a row not all were paired up. */
	private static void addMatching(Frames video, BitSet paired, BitSet matching) {
		BitSet scenes = new BitSet();
		paired.stream().forEach(frame -> scenes.set(video.scene(frame)));
		for (int frame = paired.nextSetBit(0); frame < paired.length(); frame++) {
			if (scenes.get(video.scene(frame))) {
				matching.set(frame);
			}
		}
	}

	/** Judged by time, which is the same however many frames were taken a second. */
	private Reason reason(List<MatchedSpan> spans, Frames media) {
		boolean allOfQuery = spans.stream().mapToLong(span -> span.queryToMs() - span.queryFromMs()).sum() >= NEARLY_ALL
				* lengthMs(query);
		List<MatchedSpan> byMedia = spans.stream().sorted(Comparator.comparingInt(MatchedSpan::mediaFromMs)).toList();
		long coveredMs = 0;
		int upToMs = 0;
		for (MatchedSpan span : byMedia) { // the same seconds may be shown twice
			coveredMs += Math.max(0, span.mediaToMs() - Math.max(span.mediaFromMs(), upToMs));
			upToMs = Math.max(upToMs, span.mediaToMs());
		}
		boolean allOfMedia = coveredMs >= NEARLY_ALL * lengthMs(media);
		if (allOfQuery) {
			return allOfMedia ? Reason.WHOLE : Reason.CUT_FROM;
		}
		return allOfMedia ? Reason.CONTAINS : Reason.PART;
	}

	private static int lengthMs(Frames video) {
		return video.timeMs(video.size() - 1) - video.timeMs(0);
	}
}
