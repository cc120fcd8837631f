package org.hashaven.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hashaven.cli.evaluate.Engine;
import org.hashaven.cli.evaluate.Evaluation;
import org.hashaven.cli.evaluate.Results;
import org.hashaven.cli.evaluate.Settings;
import org.hashaven.cli.evaluate.Trial;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.input.Input;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.input.TemporaryFolder;
import org.hashaven.cli.output.EvaluateCsv;
import org.hashaven.cli.output.EvaluateFormat;
import org.hashaven.cli.output.EvaluatePage;
import org.hashaven.cli.output.EvaluateText;
import org.hashaven.cli.output.EvaluateWatcher;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.image.ImageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven evaluate}: what the lookup finds of a folder's photographs after all that people do to them, and what it finds falsely.
 *
 * <p>
 * What it says of the photographs leaves no trace of them but figures. Their hashes lie in an index in a temporary folder, which is removed
 * at the end, also when the program is interrupted from the keyboard.
 */
public final class EvaluateCommand implements Command {

	private static final int STRANGERS = 1_000_000;
	private static final int MAX_STRANGERS = 50_000_000;
	private static final int DRAWN = 4;
	private static final int MAX_DRAWN = 1_000;

	@Override
	public String name() {
		return "evaluate";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "PHOTOS_DIR"));
		spec.addOption(OptionSpecs.choice("--format", EvaluateFormat.class));
		spec.addOption(OptionSpecs.text("--only", "NAME,NAME..."));
		spec.addOption(OptionSpecs.flag("--plain"));
		spec.addOption(OptionSpecs.flag("--worst"));
		spec.addOption(OptionSpecs.number("--drawn", 0, MAX_DRAWN));
		spec.addOption(OptionSpecs.number("--strangers", 0, MAX_STRANGERS));
		spec.addOption(OptionSpecs.number("--sample", 1, Integer.MAX_VALUE));
		spec.addOption(OptionSpecs.number("--seed", 0, Integer.MAX_VALUE));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		Settings settings = new Settings(line.matchedOptionValue("--strangers", STRANGERS), line.matchedOptionValue("--drawn", DRAWN),
				line.matchedOptionValue("--sample", Integer.MAX_VALUE), line.matchedOptionValue("--seed", 1),
				only(line.matchedOptionValue("--only", "")));
		List<Input> inputs = inputs(line.matchedPositionalValue(0, ""), session);
		SamplePictures.requireTools();
		Results results;
		try (Workplace workplace = new Workplace(session.console()); EvaluateWatcher watcher = new EvaluateWatcher(session)) {
			List<Path> files = files(inputs, watcher);
			results = measure(Evaluation.engines(workplace.folder, line.matchedOptionValue("--plain", false)), files, settings, watcher);
			if (results.photos() == 0) {
				throw new HavenException("evaluate.nothing");
			}
			print(line, results, session);
			return results.leftOut() == 0 && files.size() == inputs.size() ? Status.DONE : Status.PARTIAL;
		}
	}

	private static Set<String> only(String list) throws HavenException {
		Set<String> only = new TreeSet<>();
		for (String word : list.split(",", -1)) {
			if (!word.isBlank()) {
				if (!Trial.words().contains(word.strip())) {
					throw new HavenException("evaluate.only", word.strip());
				}
				only.add(word.strip());
			}
		}
		return only;
	}

	private static List<Input> inputs(String folder, Session session) throws IOException, HavenException {
		if (!Files.isDirectory(Folders.of(folder))) {
			throw new HavenException("evaluate.folder");
		}
		List<Input> inputs = InputFinder.find(List.of(folder), session.console().in(), false);
		if (inputs.isEmpty()) {
			throw new HavenException("evaluate.nothing");
		}
		return inputs;
	}

	/** The files that may be photographs; of all others it is said that they are none. */
	private static List<Path> files(List<Input> inputs, EvaluateWatcher watcher) {
		List<Path> files = new ArrayList<>();
		for (Input input : inputs) {
			switch (input) {
				case Input.Media media -> files.add(media.path());
				case Input.HashList list -> watcher.leftOut(list.path(),
						new ImageException(ImageException.Reason.UNKNOWN_FORMAT, "a list is no picture"));
				case Input.Unusable unusable -> watcher.leftOut(unusable.shown(), unusable.why());
				case Input.Hash hash -> throw new IllegalStateException("no hash was asked for: " + hash);
			}
		}
		return files;
	}

	private static Results measure(List<Engine> engines, List<Path> files, Settings settings, EvaluateWatcher watcher)
			throws IOException, InterruptedException {
		try {
			return Evaluation.run(files, settings, engines, watcher);
		} finally {
			for (Engine engine : engines) {
				engine.close();
			}
		}
	}

	private static void print(ParseResult line, Results results, Session session) {
		switch (line.matchedOptionValue("--format", EvaluateFormat.TEXT)) {
			case TEXT -> new EvaluateText(results, session).print(line.matchedOptionValue("--worst", false));
			case CSV -> EvaluateCsv.print(results, session.console());
			case HTML -> session.console().line(new EvaluatePage(results, session.texts()).html());
		}
	}

	/** A temporary folder that is deleted at the end, also when the process is terminated. */
	private static final class Workplace implements Closeable {

		/** So long nothing must have come back before the folder counts as gone. */
		private static final int QUIET_ROUNDS = 5;
		private static final int ROUNDS = 250;
		private static final int ROUND_MS = 20;

		final Path folder;
		private final Console console;
		private final Thread atEnd = new Thread(this::end);
		private volatile @Nullable Path made;

		Workplace(Console console) throws IOException {
			this.console = console;
			// First, or a signal that comes in between leaves the folder behind.
			Runtime.getRuntime().addShutdownHook(atEnd);
			folder = TemporaryFolder.make("evaluate");
			made = folder;
		}

		private void end() {
			console.silence();
			remove();
		}

		/** Deletes more than once: a thread that still writes may create a file, or the folder itself, meanwhile. */
		private void remove() {
			int quiet = 0;
			for (int round = 0; round < ROUNDS && quiet < QUIET_ROUNDS; round++) {
				Path left = made;
				if (left != null && Files.exists(left)) {
					quiet = 0;
					tryToRemove(left);
				} else {
					quiet++;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ROUND_MS));
			}
		}

		private static void tryToRemove(Path left) {
			try {
				Folders.delete(left);
			} catch (IOException | UncheckedIOException e) {
				// The next round tries again.
			}
		}

		@Override
		public void close() throws IOException {
			try {
				Folders.delete(folder);
			} finally {
				Runtime.getRuntime().removeShutdownHook(atEnd);
			}
		}
	}
}
