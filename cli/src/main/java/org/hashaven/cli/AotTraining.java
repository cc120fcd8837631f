package org.hashaven.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.cli.command.SamplePictures;
import org.hashaven.cli.command.SampleVideos;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.session.Workers;
import org.hashaven.worker.WorkerTraining;

/**
 * The runs from which the build makes the AOT caches: the real commands on real files, so that what they need is loaded and linked when a
 * person calls them.
 *
 * <p>
 * Arguments: {@code files}, then in runs of their own {@code index}, {@code worker} and {@code hash}, and a folder for their files. The
 * files are made first: no class that draws pictures belongs in a cache.
 */
final class AotTraining {

	private static final int PICTURES = 3;

	private final Path folder;

	private AotTraining(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException {
		AotTraining training = new AotTraining(Files.createDirectories(Path.of(args[1])));
		switch (args[0]) {
			case "files" -> training.files();
			case "index" -> training.index();
			case "worker" -> training.worker();
			case "hash" -> training.hash();
			default -> throw new IllegalArgumentException("files, index, worker or hash, not " + args[0]);
		}
	}

	private void files() throws IOException {
		SamplePictures.requireTools();
		SampleVideos.requireTools();
		Files.createDirectories(pictures());
		for (int i = 0; i < PICTURES; i++) {
			Files.write(pictures().resolve("photo" + i + ".jpg"), SamplePictures.jpeg(SamplePictures.photo(i)));
		}
		SampleVideos.write(SampleVideos.clip(), video());
	}

	private Path pictures() {
		return folder.resolve("pictures");
	}

	private Path video() {
		return folder.resolve("video.mp4");
	}

	/** The platform's side. */
	private void index() {
		String pictures = pictures().toString();
		String index = folder.resolve("index").toString();
		haven("index", "create", index);
		haven("index", "add", index, pictures);
		for (String format : List.of("text", "csv", "jsonl")) {
			haven("match", "--format", format, index, pictures);
		}
		haven("index", "stats", index);
	}

	/** The device's side. */
	private void hash() {
		String pictures = pictures().toString();
		String first = pictures + "/photo0.jpg";
		for (String format : List.of("text", "csv", "jsonl")) {
			haven("hash", "--format", format, first);
			haven("hash", "--format", format, pictures);
			haven("hash", "--format", format, "--names", "--dihedral", first);
		}
		haven("compare", first, pictures + "/photo1.jpg");
		haven("--version");
		haven("--help");
		haven("hash", "--lang", "ko", "--help");
		haven("hash", pictures + "/missing.jpg");
	}

	/** The decoding of either side. */
	private void worker() throws IOException {
		WorkerTraining.run(List.of(pictures().resolve("photo0.jpg"), pictures().resolve("photo1.jpg"), video()));
	}

	private static void haven(String... args) {
		Console console = new Console(new Terminal(false, false, 80, false), InputStream.nullInputStream(), OutputStream.nullOutputStream(),
				OutputStream.nullOutputStream());
		try (Workers workers = Haven.prepare(args)) {
			Haven.run(args, console, System.getenv(), workers);
		}
	}
}
