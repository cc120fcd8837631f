package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.hashaven.cli.evaluate.Watcher.Phase;
import org.hashaven.image.RgbImage;

/**
 * Measures engines on a folder of photographs.
 *
 * <pre>
 *   strangers → lists                                        (STRANGERS)
 *   files → Photographs, or left out                         (READING)
 *   photographs → look, finds nothing: costs                 (TIMING, one thread)
 *   photographs → lists                                      (LISTING)
 *   photograph → DistortionRun: distortions → look → Tally        (LOOKING, all cores, a photograph each)
 * </pre>
 */
public final class Evaluation {

	/** Lookups that are timed, at most. */
	private static final int TIMED = 200;
	/** Lookups before them, until the machine's compiler has done its work. */
	private static final int UNTIMED = 40;

	private final Settings settings;
	private final List<Engine> engines;
	private final Watcher watcher;
	private final Photographs photographs = new Photographs();
	private final Tally tally;
	private final List<Trial> trials;
	private int leftOut;

	private Evaluation(Settings settings, List<Engine> engines, Watcher watcher) {
		this.settings = settings;
		this.engines = engines;
		this.watcher = watcher;
		this.trials = Trial.of(settings);
		this.tally = new Tally(settings, trials, engines.stream().map(Engine::word).toList());
	}

	/**
	 * The engines of this program, with their lists below a folder.
	 *
	 * @param plain
	 *            whether the lookup that everybody has is among them
	 */
	public static List<Engine> engines(Path folder, boolean plain) throws IOException {
		List<Engine> engines = new ArrayList<>();
		for (IndexEngine.Sort sort : IndexEngine.Sort.values()) {
			if (plain || sort != IndexEngine.Sort.PLAIN) {
				engines.add(new IndexEngine(sort, folder.resolve(sort.name())));
			}
		}
		return engines;
	}

	/**
	 * Measures.
	 *
	 * @param files
	 *            photographs, and what else is in the folder
	 */
	public static Results run(List<Path> files, Settings settings, List<Engine> engines, Watcher watcher)
			throws IOException, InterruptedException {
		return new Evaluation(settings, engines, watcher).run(files);
	}

	private Results run(List<Path> files) throws IOException, InterruptedException {
		try (OrderedParallelRunner crew = new OrderedParallelRunner()) {
			read(files, crew);
			listStrangers();
			List<LatencySamples> costs = new ArrayList<>();
			List<Double> views = new ArrayList<>();
			if (photographs.count() > 0) {
				time(costs, views);
				list(crew);
				look(crew);
			}
			return tally.results(photographs.count(), leftOut, costs, views);
		}
	}

	private void read(List<Path> files, OrderedParallelRunner crew) throws IOException, InterruptedException {
		AtomicLong done = new AtomicLong();
		crew.work(files, photographs::look, new OrderedParallelRunner.Sink<Path, Photographs.Seen>() {
			@Override
			public void done(Path file, Photographs.Seen seen) {
				try {
					photographs.add(file, seen);
				} catch (ExcludedPhotoException e) {
					leaveOut(file, e);
				}
				watcher.step(Phase.READING, done.incrementAndGet(), files.size());
			}

			@Override
			public void failed(Path file, Throwable why) {
				leaveOut(file, why);
				watcher.step(Phase.READING, done.incrementAndGet(), files.size());
			}
		});
	}

	private void leaveOut(Path file, Throwable why) {
		leftOut++;
		watcher.leftOut(file, why);
	}

	private void listStrangers() throws IOException {
		long all = (long) engines.size() * settings.strangers();
		for (int i = 0; i < engines.size(); i++) {
			long before = (long) i * settings.strangers();
			engines.get(i).listStrangers(
					new Distractors(settings.strangers(), settings.seed(), done -> watcher.step(Phase.STRANGERS, before + done, all)));
		}
	}

	/** Nothing but strangers is listed yet: no lookup should find anything. */
	private void time(List<LatencySamples> costs, List<Double> views) throws IOException {
		List<Integer> timed = photographs.spread(TIMED);
		int untimed = UNTIMED;
		List<Integer> numbers = new ArrayList<>();
		for (int i = 0; i < untimed; i++) {
			numbers.add(timed.get(i % timed.size()));
		}
		numbers.addAll(timed);
		long[][] nanos = new long[engines.size()][numbers.size() - untimed];
		long[] looked = new long[engines.size()];
		for (int i = 0; i < numbers.size(); i++) {
			RgbImage upload = photographs.open(photographs.file(numbers.get(i)));
			for (int engine = 0; engine < engines.size(); engine++) {
				long begin = System.nanoTime();
				Answer answer = engines.get(engine).look(upload);
				long took = System.nanoTime() - begin;
				if (i >= untimed) {
					nanos[engine][i - untimed] = took;
					looked[engine] += answer.views();
					tally.addFalse(engine, answer, Answer.STRANGER - 1);
				}
			}
			watcher.step(Phase.TIMING, i + 1L, numbers.size());
		}
		for (int engine = 0; engine < engines.size(); engine++) {
			costs.add(new LatencySamples(nanos[engine]));
			views.add((double) looked[engine] / nanos[engine].length);
		}
	}

	private void list(OrderedParallelRunner crew) throws IOException, InterruptedException {
		AtomicLong done = new AtomicLong();
		crew.work(numbers(), number -> {
			RgbImage picture = photographs.open(photographs.file(number));
			for (Engine engine : engines) {
				engine.list(number, picture);
			}
			watcher.step(Phase.LISTING, done.incrementAndGet(), photographs.count());
			return number;
		}, new Failing<>());
		for (Engine engine : engines) {
			engine.finishLists();
		}
	}

	private List<Integer> numbers() {
		return IntStream.range(0, photographs.count()).boxed().toList();
	}

	private void look(OrderedParallelRunner crew) throws IOException, InterruptedException {
		List<Integer> chosen = photographs.spread(settings.sample());
		long all = (long) chosen.size() * trials.stream().mapToInt(Trial::times).sum();
		AtomicLong done = new AtomicLong();
		DistortionRun gauntlet = new DistortionRun(trials, engines, photographs, settings.seed(),
				() -> watcher.step(Phase.LOOKING, done.incrementAndGet(), all));
		crew.work(chosen, gauntlet::run, new Failing<>() {
			@Override
			public void done(Integer number, DistortionRun.Outcome outcome) {
				tally.add(number, outcome);
				tellMistakes(number, outcome);
			}
		});
	}

	private void tellMistakes(int photo, DistortionRun.Outcome outcome) {
		for (DistortionRun.Upload upload : outcome.uploads()) {
			for (Answer answer : upload.answers()) {
				for (int hit : answer.hits()) {
					if (hit != photo) {
						Path other = hit == Answer.STRANGER ? null : photographs.file(hit);
						watcher.mistaken(photographs.file(photo), upload.distortion(), other);
					}
				}
			}
		}
	}

	/** Takes part in the rest no more when a file that could be read cannot be any longer. */
	private class Failing<R> implements OrderedParallelRunner.Sink<Integer, R> {

		@Override
		public void done(Integer number, R result) {
			// nothing is left to do
		}

		@Override
		public void failed(Integer number, Throwable why) {
			leaveOut(photographs.file(number), why);
		}
	}
}
