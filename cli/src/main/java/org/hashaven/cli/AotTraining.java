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
import org.hashaven.worker.Sandbox;
import org.hashaven.worker.WorkerTraining;

/**
 * The runs from which the build makes the AOT caches: the real commands on real files, so that what they need is loaded, linked and known
 * to the compiler when a person calls them.
 *
 * <p>
 * Arguments: {@code index}, then in runs of their own {@code worker} and {@code hash}, and a folder for their files.
 */
final class AotTraining {

	private static final int ROUNDS = 3;

	private final Path folder;

	private AotTraining(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException {
		AotTraining training = new AotTraining(Files.createDirectories(Path.of(args[1])));
		switch (args[0]) {
			case "hash" -> training.hash();
			case "worker" -> training.worker();
			case "index" -> training.index();
			default -> throw new IllegalArgumentException("hash, worker or index, not " + args[0]);
		}
	}

	/** The device's side, on the pictures of the other run: no class of the index, or that draws pictures, is to be in its cache. */
	private void hash() {
		String pictures = folder.resolve("pictures").toString();
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
		WorkerTraining.run(List.of(folder.resolve("pictures/photo0.jpg"), folder.resolve("pictures/photo1.jpg"), video()));
	}

	private Path video() {
		return folder.resolve("video.mp4");
	}

	/** The platform's side. */
	private void index() throws IOException {
		Sandbox.denySockets();
		String pictures = pictures().toString();
		String index = folder.resolve("index").toString();
		haven("index", "create", index);
		haven("index", "add", index, pictures);
		for (String format : List.of("text", "csv", "jsonl")) {
			haven("match", "--format", format, index, pictures);
		}
		haven("index", "stats", index);
		haven("demo");
	}

	private Path pictures() throws IOException {
		SamplePictures.requireTools();
		SampleVideos.requireTools();
		Path pictures = Files.createDirectories(folder.resolve("pictures"));
		for (int i = 0; i < ROUNDS; i++) {
			Files.write(pictures.resolve("photo" + i + ".jpg"), SamplePictures.jpeg(SamplePictures.photo(i)));
		}
		SampleVideos.write(SampleVideos.clip(), video());
		return pictures;
	}

	private static void haven(String... args) {
		Console console = new Console(new Terminal(false, false, 80, false), InputStream.nullInputStream(), OutputStream.nullOutputStream(),
				OutputStream.nullOutputStream());
		try (Workers workers = Workers.of(args)) {
			Haven.run(args, console, System.getenv(), workers);
		}
	}
}
