package org.hashaven.cli.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Adds up what became of the photographs; for one thread. */
final class Tally {

	private final Settings settings;
	private final List<Trial> trials;
	private final List<String> engines;
	private final Histogram[] distances;
	private final long[] tried;
	private final long[] plain;
	private final long[][] found;
	private final long[] falsePhotos;
	private final long[] falseStrangers;
	private final Histogram others = new Histogram();
	private int distorted;

	Tally(Settings settings, List<Trial> trials, List<String> engines) {
		this.settings = settings;
		this.trials = trials;
		this.engines = engines;
		distances = new Histogram[trials.size()];
		for (int i = 0; i < distances.length; i++) {
			distances[i] = new Histogram();
		}
		tried = new long[trials.size()];
		plain = new long[trials.size()];
		found = new long[engines.size()][trials.size()];
		falsePhotos = new long[engines.size()];
		falseStrangers = new long[engines.size()];
	}

	void add(int photo, DistortionRun.Outcome outcome) {
		distorted++;
		others.addAll(outcome.others());
		for (DistortionRun.Upload upload : outcome.uploads()) {
			tried[upload.trial()]++;
			plain[upload.trial()] += upload.plain() ? 1 : 0;
			distances[upload.trial()].add(upload.distanceBits());
			for (int engine = 0; engine < engines.size(); engine++) {
				Answer answer = upload.answers().get(engine);
				found[engine][upload.trial()] += answer.has(photo) ? 1 : 0;
				addFalse(engine, answer, photo);
			}
		}
	}

	/** What a lookup found besides one photograph. */
	void addFalse(int engine, Answer answer, int photo) {
		for (int hit : answer.hits()) {
			if (hit == Answer.STRANGER) {
				falseStrangers[engine]++;
			} else if (hit != photo) {
				falsePhotos[engine]++;
			}
		}
	}

	Results results(int photos, int leftOut, List<LatencySamples> costs, List<Double> views) {
		List<Results.Row> rows = new ArrayList<>();
		long lookups = 0;
		for (int i = 0; i < trials.size(); i++) {
			List<Proportion> shares = new ArrayList<>();
			for (int engine = 0; engine < engines.size(); engine++) {
				shares.add(new Proportion(found[engine][i], tried[i]));
			}
			rows.add(new Results.Row(trials.get(i), shares, distances[i], new Proportion(plain[i], tried[i])));
			lookups += tried[i];
		}
		return new Results(settings, photos, distorted, leftOut, engines, rows, lookups, list(falsePhotos), list(falseStrangers), others,
				costs, views);
	}

	private static List<Long> list(long[] numbers) {
		List<Long> list = new ArrayList<>();
		for (long number : numbers) {
			list.add(number);
		}
		return list;
	}
}
