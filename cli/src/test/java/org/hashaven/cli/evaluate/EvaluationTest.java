package org.hashaven.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.distortions.Family;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.pictures.PictureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

	private static final int STRANGERS = 500;

	@TempDir
	private Path folder;

	/** Keeps what it hears. */
	private static final class Heard implements Watcher {

		private final Map<String, Throwable> leftOut = new TreeMap<>();
		private final List<String> mistaken = new ArrayList<>();
		private final Map<Phase, Long> steps = new TreeMap<>();

		@Override
		public synchronized void step(Phase phase, long done, long all) {
			assertThat(done).isLessThanOrEqualTo(all);
			steps.merge(phase, done, Math::max);
		}

		@Override
		public void leftOut(Path file, Throwable why) {
			leftOut.put(file.getFileName().toString(), why);
		}

		@Override
		public void mistaken(Path file, String distortion, @Nullable Path other) {
			mistaken.add(file.getFileName() + " " + distortion + " " + (other == null ? "stranger" : other.getFileName()));
		}
	}

	private final Heard heard = new Heard();

	private Path photo(String name, int number) throws IOException {
		return Files.write(folder.resolve(name), Encoded.jpeg(PictureGenerator.photo(number, 300, 220), 92));
	}

	private List<Path> photos(int count) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			files.add(photo("photo" + i + ".jpg", i));
		}
		return files;
	}

	private Results run(List<Path> files, List<Engine> engines, int drawn, String... only) throws IOException, InterruptedException {
		return Evaluation.run(files, new Settings(STRANGERS, drawn, 100, 9, Set.of(only)), engines, heard);
	}

	@Test
	void theShippedEnginesFindWhatAScanFindsAndMore() throws IOException, InterruptedException {
		List<Engine> shipped = Evaluation.engines(Files.createDirectory(folder.resolve("lists")), true);
		try {
			List<Engine> engines = new ArrayList<>(shipped);
			engines.add(new ScanEngine(false, 31));
			Results results = run(photos(5), engines, 3, "crop-2", "jpeg-10", "mirror", "stickers");
			assertThat(results.engines()).containsExactly("plain", "one-hash", "hashaven", "scan");
			int last = engines.size() - 1;
			for (Results.Row row : results.rows()) {
				assertThat(row.found().getFirst()).as(row.trial().name()).isEqualTo(row.found().get(last));
				assertThat(row.found().getFirst().part()).as(row.trial().name()).isEqualTo(row.distances().within(31));
				assertThat(row.found().get(1).part()).as(row.trial().name()).isGreaterThanOrEqualTo(row.found().getFirst().part());
			}
			assertThat(results.found(Family.FILES, 0, false)).isEqualTo(new Proportion(5, 5));
			assertThat(results.found(Family.TURNS, 0, false)).isEqualTo(new Proportion(0, 5));
			assertThat(results.found(Family.TURNS, 1, false)).isEqualTo(new Proportion(5, 5));
			assertThat(results.found(Family.STICKERS, 2, false).part()).isGreaterThan(results.found(Family.STICKERS, 1, false).part());
			assertThat(results.falsePhotos()).containsOnly(0L);
			assertThat(results.falseStrangers()).containsOnly(0L);
			assertThat(results.lookups()).isEqualTo(5 * (3 + 9 + 3));
			assertThat(results.costs().getFirst().count()).isEqualTo(5);
		} finally {
			for (Engine engine : shipped) {
				engine.close();
			}
		}
	}

	@Test
	void enginesAreComparedSideBySide() throws IOException, InterruptedException {
		Results results = run(photos(4), List.of(new ScanEngine(false, 31), new ScanEngine(true, 31)), 2, "mirror", "rotate-90");
		assertThat(results.found(Family.TURNS, 0, false)).isEqualTo(new Proportion(0, 8));
		assertThat(results.found(Family.TURNS, 1, false)).isEqualTo(new Proportion(8, 8));
		assertThat(results.views()).containsExactly(1.0, 8.0);
		assertThat(results.families()).containsExactly(Family.TURNS);
		assertThat(heard.leftOut).isEmpty();
		assertThat(heard.mistaken).isEmpty();
		assertThat(heard.steps).containsEntry(Watcher.Phase.STRANGERS, 2L * STRANGERS).containsEntry(Watcher.Phase.READING, 4L)
				.containsEntry(Watcher.Phase.LISTING, 4L).containsEntry(Watcher.Phase.LOOKING, 8L);
	}

	@Test
	void everyMistakeIsCountedAndTold() throws IOException, InterruptedException {
		Results results = run(photos(3), List.of(new ScanEngine(false, 256)), 0, "jpeg-50", "crop-5");
		assertThat(results.falsePhotos()).containsExactly(results.pairs()).containsExactly(6L * 2);
		// Those of the lookups that are timed are counted as well.
		assertThat(results.falseStrangers()).containsExactly(results.strangerPairs()).containsExactly((6L + 3) * STRANGERS);
		assertThat(heard.mistaken).contains("photo0.jpg jpeg-50 photo1.jpg", "photo2.jpg crop-5 stranger").hasSize(6 * (2 + STRANGERS));
	}

	@Test
	void whatCannotTakePartIsToldAndLeftOut() throws IOException, InterruptedException {
		List<Path> files = photos(2);
		Picture first = PictureGenerator.photo(0, 300, 220);
		files.add(Files.writeString(folder.resolve("text.jpg"), "no picture"));
		files.add(Files.write(folder.resolve("cut.jpg"), List.of()));
		files.add(Files.write(folder.resolve("small.png"), Encoded.png(PictureGenerator.photo(8, 200, 63))));
		files.add(Files.write(folder.resolve("flat.png"), Encoded.png(PictureGenerator.picture(PictureKind.FLAT, 1, 300, 200))));
		files.add(Files.write(folder.resolve("again.jpg"), Encoded.jpeg(first, 40)));
		files.add(Files.write(folder.resolve("mirrored.png"), Encoded.png(Distortions.named("mirror").apply(first, 0))));
		files.add(folder.resolve("gone.jpg"));
		Results results = run(files, List.of(new ScanEngine(false, 31)), 0, "jpeg-50");
		assertThat(heard.leftOut).containsOnlyKeys("text.jpg", "cut.jpg", "small.png", "flat.png", "again.jpg", "mirrored.png", "gone.jpg");
		assertThat(heard.leftOut.get("small.png")).hasMessage("SMALL");
		assertThat(heard.leftOut.get("flat.png")).hasMessage("PLAIN");
		assertThat(heard.leftOut.get("again.jpg")).hasMessage("ALIKE");
		assertThat(heard.leftOut.get("mirrored.png")).hasMessage("ALIKE");
		assertThat(results.photos()).isEqualTo(2);
		assertThat(results.leftOut()).isEqualTo(7);
		assertThat(results.found(Family.FILES, 0, false)).isEqualTo(new Proportion(2, 2));
	}

	@Test
	void nothingToMeasureGivesNothing() throws IOException, InterruptedException {
		Results results = run(List.of(folder.resolve("gone.jpg")), List.of(new ScanEngine(false, 31)), 1);
		assertThat(results.photos()).isZero();
		assertThat(results.lookups()).isZero();
	}

	@Test
	void theSameSeedGivesTheSameFiguresAndASampleIsPartOfIt() throws IOException, InterruptedException {
		List<Path> files = photos(4);
		List<List<Proportion>> shares = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			Results results = run(files, List.of(new ScanEngine(false, 60)), 2, "crops", "tilts");
			shares.add(results.rows().stream().map(row -> row.found().getFirst()).toList());
		}
		assertThat(shares.getFirst()).isEqualTo(shares.getLast());
		Results sample = Evaluation.run(files, new Settings(0, 0, 2, 9, Set.of("crops")), List.of(new ScanEngine(false, 60)), heard);
		assertThat(sample.photos()).isEqualTo(4);
		assertThat(sample.distorted()).isEqualTo(2);
		assertThat(sample.rows()).allMatch(row -> row.found().getFirst().whole() == 2);
	}
}
