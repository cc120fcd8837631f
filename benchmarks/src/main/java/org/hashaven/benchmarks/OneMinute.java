package org.hashaven.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The one-minute tier: every benchmark class for a moment, as ratios to its own slow oracle. Fails on a wrong answer, never on a slow one.
 */
public final class OneMinute {

	/** A fast benchmark and the oracle it is measured against, both as {@code Class.method}. */
	private record Pair(String fast, String oracle) {
	}

	private static final List<Pair> PAIRS = List.of(new Pair("HashingBenchmark.whole", "HashingBenchmark.plainPort"),
			new Pair("HashingBenchmark.dihedral", "HashingBenchmark.plainPort"),
			new Pair("SearchBenchmark.match", "SearchBenchmark.plainScan"));

	/** Measured alone, without an oracle's time to compare with; its answer is checked like the others'. */
	private static final String DECODING = "DecodeBenchmark.decodeAndHash";

	private OneMinute() {
	}

	/** Runs all pairs; exit status 1 when an answer was wrong. */
	public static void main(String[] args) throws RunnerException {
		OptionsBuilder options = new OptionsBuilder();
		Stream.concat(Stream.of(DECODING), PAIRS.stream().flatMap(pair -> Stream.of(pair.fast, pair.oracle))).distinct()
				.forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
		options.param("size", "100000").param("kind", "UNIFORM").param("file", "web.jpg");
		Options all = options.forks(1).warmupIterations(2).warmupTime(TimeValue.seconds(1)).measurementIterations(3)
				.measurementTime(TimeValue.seconds(1)).shouldFailOnError(true).verbosity(VerboseMode.SILENT).build();
		Collection<RunResult> results = new Runner(all).run();
		Map<String, Double> scores = new TreeMap<>();
		results.stream().sorted(Comparator.comparing(r -> r.getParams().id())).forEach(result -> {
			double score = result.getPrimaryResult().getScore();
			scores.put(shortName(result.getParams().getBenchmark()), score);
			System.out.printf(Locale.ROOT, "%-45s %12.2f %s%n", shortName(result.getParams().getBenchmark()), score,
					result.getPrimaryResult().getScoreUnit());
		});
		for (Pair pair : PAIRS) {
			Double fast = scores.get(pair.fast);
			Double oracle = scores.get(pair.oracle);
			if (fast != null && oracle != null) {
				System.out.printf(Locale.ROOT, "%s is %.1f times as fast as %s%n", pair.fast, oracle / fast, pair.oracle);
			}
		}
	}

	/** {@code Class.method}. */
	private static String shortName(String benchmark) {
		return benchmark.replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
	}
}
