package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hashaven.benchmarks.search.Percentile;

/**
 * The rounds in which the rivals answer in turn: each round has queries of its own and begins with another rival. Round 0 warms up; its
 * answers are compared like all others, its times are not kept.
 */
final class Rounds {

	/** Rounds whose times count. */
	static final int COUNT = 5;

	private static final int ONE_BY_ONE = 1_000;
	private static final int TOGETHER = 1_000;
	private static final double SECONDS = 4;
	// Faiss uses all cores from 101 queries.
	private static final int FEWEST_TOGETHER = 128;

	/** Queries that all rounds need. */
	static final int QUERIES = (1 + COUNT) * (ONE_BY_ONE + TOGETHER);

	private final List<Rival> rivals;
	private final Comparison comparison;
	private final Figures figures;
	private final Map<String, double[]> microseconds = new HashMap<>();

	/**
	 * @param rivals
	 *            those who answer, we first
	 */
	Rounds(List<Rival> rivals, Comparison comparison, Figures figures) {
		this.rivals = rivals;
		this.comparison = comparison;
		this.figures = figures;
	}

	/** Runs all rounds. */
	void run() throws IOException {
		for (int round = 0; round <= COUNT; round++) {
			int from = round * (ONE_BY_ONE + TOGETHER);
			Map<String, Asked> oneByOne = new HashMap<>();
			Map<String, Asked> together = new HashMap<>();
			for (int i = 0; i < rivals.size(); i++) {
				Rival rival = rivals.get((round + i) % rivals.size());
				if (round == 0) {
					warmUp(rival, from);
				}
				Asked asked = rival.ask(from, from + ONE_BY_ONE, SECONDS);
				oneByOne.put(rival.name(), asked);
				int count = Math.min(TOGETHER, (int) (SECONDS * 1e6 / Percentile.of(asked.microseconds(), 50)));
				if (count >= FEWEST_TOGETHER) {
					together.put(rival.name(), rival.askTogether(from + ONE_BY_ONE, from + ONE_BY_ONE + count));
				}
			}
			compare(oneByOne);
			compare(together);
			if (round > 0) {
				keep(round, oneByOne, together);
			}
		}
		microseconds.forEach((rival, all) -> {
			figures.put(rival, Figures.LOOKUPS, all.length);
			figures.put(rival, Figures.MEDIAN_MICROSECONDS, Percentile.of(all, 50));
			figures.put(rival, Figures.P99_MICROSECONDS, Percentile.of(all, 99));
			Comparison.Count count = comparison.count(rival);
			figures.put(rival, Figures.COMPARED, count.queries());
			figures.put(rival, Figures.MATCHES, count.matches());
			figures.put(rival, Figures.MISSED, count.missed());
		});
	}

	/** The same queries until the time is over: code gets compiled, files get mapped. */
	private static void warmUp(Rival rival, int from) throws IOException {
		long start = System.nanoTime();
		while (Figures.secondsSince(start) < SECONDS) {
			rival.ask(from, from + ONE_BY_ONE, SECONDS);
		}
	}

	private void compare(Map<String, Asked> answers) {
		Asked ours = answers.get(rivals.getFirst().name());
		if (ours != null) {
			comparison.checkOurs(ours);
			answers.forEach((rival, asked) -> comparison.compare(rival, asked, ours));
		}
	}

	private void keep(int round, Map<String, Asked> oneByOne, Map<String, Asked> together) {
		oneByOne.forEach((rival, asked) -> {
			figures.put(rival, Figures.LOOKUPS, round, asked.count());
			figures.put(rival, Figures.MEDIAN_MICROSECONDS, round, Percentile.of(asked.microseconds(), 50));
			figures.put(rival, Figures.P99_MICROSECONDS, round, Percentile.of(asked.microseconds(), 99));
			microseconds.merge(rival, asked.microseconds(),
					(before, now) -> DoubleStream.concat(Arrays.stream(before), Arrays.stream(now)).toArray());
		});
		together.forEach((rival, asked) -> figures.put(rival, Figures.TOGETHER_A_SECOND, round,
				asked.count() * 1e6 / asked.microseconds()[0]));
	}
}
