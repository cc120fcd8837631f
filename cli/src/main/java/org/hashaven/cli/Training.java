package org.hashaven.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The runs from which the build makes the AOT caches: the real commands on real files, so that what they need is loaded, linked and known
 * to the compiler when a person calls them.
 *
 * <p>
 * Arguments: {@code index}, then in a run of its own {@code hash}, and a folder for their files.
 */
final class Training {

	private static final int ROUNDS = 3;

	private final Path folder;

	private Training(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException {
		Training training = new Training(Files.createDirectories(Path.of(args[1])));
		switch (args[0]) {
			case "hash" -> training.hash();
			case "index" -> training.index();
			default -> throw new IllegalArgumentException("hash or index, not " + args[0]);
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

	/** The platform's side. */
	private void index() throws IOException {
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
		Path pictures = Files.createDirectories(folder.resolve("pictures"));
		for (int i = 0; i < ROUNDS; i++) {
			Files.write(pictures.resolve("photo" + i + ".jpg"), SamplePictures.jpeg(SamplePictures.photo(i)));
		}
		return pictures;
	}

	private static void haven(String... args) {
		Console console = new Console(new Terminal(false, false, 80, false), InputStream.nullInputStream(), OutputStream.nullOutputStream(),
				OutputStream.nullOutputStream());
		Haven.run(args, console, System.getenv());
	}
}
