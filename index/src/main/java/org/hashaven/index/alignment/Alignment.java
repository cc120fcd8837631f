package org.hashaven.index.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretches that two videos have in common, by voting for speed and offset.
 *
 * <p>
 * If the query shows the media at speed {@code s} from some moment on, then {@code media time = s * query time + offset} for every pair of
 * equal frames. So, for each of {@value #SPEEDS} speeds from {@value #SLOWEST} to {@code 1 / }{@value #SLOWEST}, the pairs are put in the
 * order of their offsets and a window of {@value #WINDOW_MS} ms is moved along; the window whose {@link Evidence} is largest gives a line.
 * It is narrow, lest a line between two stretches beat them both, and wide enough for frames that were taken once a second on either side.
 * The line is fitted to its pairs, by least squares, until no more pairs come within {@value #TOLERANCE_MS} ms of it, and cut where for
 * {@value #MAX_GAP_MS} ms of either video nothing pairs up. The pieces with evidence enough are spans; their frames of the query are taken
 * out, and voting begins again, so that parts in another order, or cut in between, come out as spans of their own.
 */
public final class Alignment {

	/** Minimum evidence of a span, in distinct scenes, where the videos have them. */
	public static final double MIN_SPAN_EVIDENCE = 2;

	static final int SPEEDS = 25;
	static final double SLOWEST = 0.75;
	static final int WINDOW_MS = 1_500;
	static final int TOLERANCE_MS = 2_000;
	static final int MAX_GAP_MS = 30_000;
	private static final int MAX_ROUNDS = 64;
	// Pairs voted on in all rounds together, some seconds' worth.
	private static final int MAX_VOTED = 1_000_000;
	private static final int MAX_FITS = 16;
	// A fit to less than this would say more of the times at which frames were taken than of the speed.
	private static final int MIN_FITTED_MS = 20_000;
	private static final double ROUNDING = 1e-9;
	// Frames of the media before and behind the place where the line leads that are compared with a frame of the query once more.
	private static final int NEIGHBOURS = 4;

	private static final double[] SPEED = new double[SPEEDS];

	static {
		SPEED[0] = 1;
		for (int i = 1; i < SPEEDS; i++) { // ever farther from 1, to either side in turn
			int step = (i + 1) / 2;
			int steps = SPEEDS / 2;
			SPEED[i] = Math.pow(SLOWEST, (double) (i % 2 == 0 ? step : -step) / steps);
		}
	}

	private final Frames query;
	private final Frames media;
	private final double[] sceneWeights;
	private final int radius;
	private final double minEvidence;

	private Alignment(Frames query, double[] sceneWeights, Frames media, int radius, double minEvidence) {
		this.query = query;
		this.sceneWeights = sceneWeights;
		this.media = media;
		this.radius = radius;
		this.minEvidence = minEvidence - ROUNDING;
	}

	/**
	 * All spans, the strongest lines first.
	 *
	 * @param sceneWeights
	 *            what a scene of the query says, by its rarity, 0..1
	 * @param pairs
	 *            in the order of the query's frames; of many frames in a row that look like one, some are enough
	 * @param radius
	 *            bits up to which two frames look alike
	 * @param minEvidence
	 *            of each span, more than 0
	 */
	public static List<Span> align(Frames query, double[] sceneWeights, Frames media, Pairs pairs, int radius, double minEvidence) {
		return new Alignment(query, sceneWeights, media, radius, minEvidence).align(pairs);
	}

	/** What all these spans say together: a scene that is in several counts once. */
	public static double evidence(Frames query, double[] sceneWeights, Frames media, List<Span> spans) {
		Evidence evidence = new Evidence(query, sceneWeights, media);
		for (Span span : spans) {
			evidence.addAll(span.pairs());
		}
		return evidence.value();
	}

	private List<Span> align(Pairs all) {
		List<Span> spans = new ArrayList<>();
		Pairs left = all;
		int voted = 0;
		for (int round = 0; round < MAX_ROUNDS && voted < MAX_VOTED; round++) {
			voted += left.size();
			Line line = strongest(left);
			if (line == null) {
				break;
			}
			Line fitted = fit(line, left);
			List<Span> found = cut(onLine(fitted, left));
			spans.addAll(found);
			// Where gaps leave no piece with evidence enough, the line was an accident, and its frames may be on another.
			left = found.isEmpty() ? select(fitted, left, false) : without(found, left);
		}
		return spans;
	}

	/** Where a moment of the query is in the media. */
	private record Line(double speed, double offsetMs) {

		double mediaMs(int queryMs) {
			return speed * queryMs + offsetMs;
		}

		double distanceMs(int queryMs, int mediaMs) {
			return Math.abs(mediaMs - mediaMs(queryMs));
		}
	}

	/**
	 * The line in whose window the evidence is largest, of those the speed nearest to 1 and then the most pairs; null when there is none
	 * with evidence enough.
	 */
	private @Nullable Line strongest(Pairs pairs) {
		Line best = null;
		double bestEvidence = minEvidence - ROUNDING;
		int mostPairs = 0;
		Evidence window = new Evidence(query, sceneWeights, media);
		long[] byOffset = new long[pairs.size()];
		for (double speed : SPEED) {
			for (int pair = 0; pair < pairs.size(); pair++) {
				long offsetMs = Math.round(media.timeMs(pairs.media(pair)) - speed * query.timeMs(pairs.query(pair)));
				byOffset[pair] = offsetMs << Integer.SIZE | pair;
			}
			Arrays.sort(byOffset);
			int first = 0;
			for (long last : byOffset) {
				window.add(pairs.query((int) last), pairs.media((int) last));
				while (offsetMs(last) - offsetMs(byOffset[first]) > WINDOW_MS) {
					window.remove(pairs.query((int) byOffset[first]), pairs.media((int) byOffset[first]));
					first++;
				}
				boolean more = window.value() > bestEvidence + ROUNDING;
				boolean asMuch = window.value() > bestEvidence - ROUNDING && best != null && best.speed() == speed;
				if (more || (asMuch && window.pairs() > mostPairs)) {
					bestEvidence = Math.max(bestEvidence, window.value());
					mostPairs = window.pairs();
					best = new Line(speed, (offsetMs(last) + offsetMs(byOffset[first])) / 2.0);
				}
			}
			for (int pair = first; pair < byOffset.length; pair++) {
				window.remove(pairs.query((int) byOffset[pair]), pairs.media((int) byOffset[pair]));
			}
		}
		return best;
	}

	private static long offsetMs(long packed) {
		return packed >> Integer.SIZE;
	}

	/** The line turned towards the pairs near it for as long as more of them come near. */
	private Line fit(Line first, Pairs pairs) {
		Line line = first;
		Pairs near = select(line, pairs, true);
		for (int fits = 0; fits < MAX_FITS; fits++) {
			Line turned = fitted(line, near);
			Pairs more = select(turned, pairs, true);
			if (more.size() <= near.size()) {
				break;
			}
			line = turned;
			near = more;
		}
		return line;
	}

	/** The pairs near a line, or those that are not. */
	private Pairs select(Line line, Pairs pairs, boolean near) {
		Pairs selected = new Pairs();
		for (int pair = 0; pair < pairs.size(); pair++) {
			int queryFrame = pairs.query(pair);
			int mediaFrame = pairs.media(pair);
			if (line.distanceMs(query.timeMs(queryFrame), media.timeMs(mediaFrame)) <= TOLERANCE_MS == near) {
				selected.add(queryFrame, mediaFrame);
			}
		}
		return selected;
	}

	/** The pairs near a line, with those that were left out of the many of a camera that stands still. */
	private Pairs onLine(Line line, Pairs pairs) {
		Pairs on = new Pairs();
		int mediaFrame = 0;
		for (int pair = 0; pair < pairs.size(); pair++) {
			int queryFrame = pairs.query(pair);
			if (pair == 0 || queryFrame != pairs.query(pair - 1)) {
				int queryMs = query.timeMs(queryFrame);
				mediaFrame = media.frameAt(line.mediaMs(queryMs));
				for (int near = Math.max(0, mediaFrame - NEIGHBOURS); near < Math.min(media.size(), mediaFrame + NEIGHBOURS); near++) {
					if (line.distanceMs(queryMs, media.timeMs(near)) <= TOLERANCE_MS
							&& query.distanceBits(queryFrame, media, near) <= radius) {
						on.add(queryFrame, near);
					}
				}
			}
			int paired = pairs.media(pair);
			boolean compared = paired >= mediaFrame - NEIGHBOURS && paired < mediaFrame + NEIGHBOURS;
			if (!compared && line.distanceMs(query.timeMs(queryFrame), media.timeMs(paired)) <= TOLERANCE_MS) {
				on.add(queryFrame, paired);
			}
		}
		return on;
	}

	/** The line of least squares through pairs, or the old one where they are too close together or too few to tell. */
	private Line fitted(Line old, Pairs pairs) {
		double queryMean = 0;
		double mediaMean = 0;
		for (int pair = 0; pair < pairs.size(); pair++) {
			queryMean += query.timeMs(pairs.query(pair));
			mediaMean += media.timeMs(pairs.media(pair));
		}
		queryMean /= pairs.size();
		mediaMean /= pairs.size();
		double spread = 0;
		double product = 0;
		for (int pair = 0; pair < pairs.size(); pair++) {
			double fromMean = query.timeMs(pairs.query(pair)) - queryMean;
			spread += fromMean * fromMean;
			product += fromMean * (media.timeMs(pairs.media(pair)) - mediaMean);
		}
		int length = query.timeMs(pairs.query(pairs.size() - 1)) - query.timeMs(pairs.query(0));
		if (length < MIN_FITTED_MS) {
			return old;
		}
		double speed = Math.clamp(product / spread, SLOWEST, 1 / SLOWEST);
		return new Line(speed, mediaMean - speed * queryMean);
	}

	/** The pieces of a line between gaps that have evidence enough. */
	private List<Span> cut(Pairs line) {
		List<Span> spans = new ArrayList<>();
		Pairs piece = new Pairs();
		int latestMs = 0;
		for (int pair = 0; pair < line.size(); pair++) {
			int queryMs = query.timeMs(line.query(pair));
			int mediaMs = media.timeMs(line.media(pair));
			if (pair > 0 && (queryMs - query.timeMs(line.query(pair - 1)) > MAX_GAP_MS || mediaMs - latestMs > MAX_GAP_MS)) {
				addIfEnough(piece, spans);
				piece = new Pairs();
			}
			piece.add(line.query(pair), line.media(pair));
			latestMs = mediaMs;
		}
		addIfEnough(piece, spans);
		return spans;
	}

	private void addIfEnough(Pairs piece, List<Span> spans) {
		Evidence evidence = new Evidence(query, sceneWeights, media);
		evidence.addAll(piece);
		if (evidence.value() >= minEvidence) {
			spans.add(new Span(piece, evidence.value()));
		}
	}

	/** The pairs whose frame of the query is in none of these spans. */
	private Pairs without(List<Span> spans, Pairs pairs) {
		boolean[] isTaken = new boolean[query.size()];
		for (Span span : spans) {
			for (int pair = 0; pair < span.pairs().size(); pair++) {
				isTaken[span.pairs().query(pair)] = true;
			}
		}
		Pairs rest = new Pairs();
		for (int pair = 0; pair < pairs.size(); pair++) {
			if (!isTaken[pairs.query(pair)]) {
				rest.add(pairs.query(pair), pairs.media(pair));
			}
		}
		return rest;
	}
}
