package org.hashaven.benchmarks.video;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.VideoMatch;
import org.hashaven.samples.videos.SharedSpan;

/** What came of looking up all copies that the same was done to; filled by several threads. */
final class RecallRow {

	private static final double TOLERANCE_MS = 2_000;

	private final String name;
	private final List<Double> shares = new ArrayList<>();
	private int copies;
	private int found;
	private int inPlace;
	private int wrong;
	private int foundFast;
	private int wrongFast;

	RecallRow(String name) {
		this.name = name;
	}

	/** Takes the answers to one copy. */
	synchronized void take(String id, List<SharedSpan> shared, List<VideoMatch> matches, List<VideoMatch> fastMatches) {
		copies++;
		wrong += others(id, matches);
		wrongFast += others(id, fastMatches);
		foundFast += of(id, fastMatches).isPresent() ? 1 : 0;
		of(id, matches).ifPresent(match -> {
			found++;
			inPlace += match.spans().stream().anyMatch(span -> isInPlace(span, shared)) ? 1 : 0;
			shares.add(match.queryShare());
		});
	}

	private static Optional<VideoMatch> of(String id, List<VideoMatch> matches) {
		return matches.stream().filter(match -> match.id().equals(id)).findFirst();
	}

	private static int others(String id, List<VideoMatch> matches) {
		return (int) matches.stream().filter(match -> !match.id().equals(id)).count();
	}

	/** Whether both ends of a span show the same moment in the copy and in the original. */
	private static boolean isInPlace(MatchedSpan span, List<SharedSpan> shared) {
		return isSame(span.queryFromMs(), span.mediaFromMs(), shared) && isSame(span.queryToMs(), span.mediaToMs(), shared);
	}

	private static boolean isSame(int copyMs, int originalMs, List<SharedSpan> shared) {
		for (SharedSpan each : shared) {
			double expectedMs = each.originalUs() / 1e3 + (copyMs - each.copyUs() / 1e3) * each.speed();
			if (Math.abs(expectedMs - originalMs) <= TOLERANCE_MS) {
				return true;
			}
		}
		return false;
	}

	synchronized int wrong() {
		return wrong + wrongFast;
	}

	synchronized int found() {
		return found;
	}

	@Override
	public synchronized String toString() {
		Collections.sort(shares);
		double median = shares.isEmpty() ? 0 : shares.get(shares.size() / 2);
		return "%-20s %5d/%-3d %7d %8d %8d %8d %8.2f".formatted(name, found, copies, inPlace, wrong, foundFast, wrongFast, median);
	}
}
