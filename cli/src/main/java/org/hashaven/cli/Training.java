package org.hashaven.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The run from which the build makes the AOT cache: the real commands on real files, so that what they need is loaded, linked and known to
 * the compiler when a person calls them.
 *
 * <p>
 * Argument: a folder for its files, which must not be there yet.
 */
final class Training {

	private static final int ROUNDS = 3;

	private final Path folder;

	private Training(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException {
		new Training(Files.createDirectories(Path.of(args[0]))).run();
	}

	private void run() throws IOException {
		SamplePictures.requireTools();
		Path pictures = Files.createDirectories(folder.resolve("pictures"));
		for (int i = 0; i < ROUNDS; i++) {
			Files.write(pictures.resolve("photo" + i + ".jpg"), SamplePictures.jpeg(SamplePictures.photo(i)));
		}
		String first = pictures.resolve("photo0.jpg").toString();
		String index = folder.resolve("index").toString();
		for (String format : List.of("text", "csv", "jsonl")) {
			haven("hash", "--format", format, pictures.toString());
			haven("hash", "--format", format, "--names", "--dihedral", first);
		}
		haven("compare", first, pictures.resolve("photo1.jpg").toString());
		haven("index", "create", index);
		haven("index", "add", index, pictures.toString());
		for (String format : List.of("text", "csv", "jsonl")) {
			haven("match", "--format", format, index, pictures.toString());
		}
		haven("index", "stats", index);
		haven("--help");
		haven("hash", "--lang", "ko", "--help");
		haven("hash", folder.resolve("missing").toString());
	}

	private static void haven(String... args) {
		Console console = new Console(new Terminal(false, false, 80, false), InputStream.nullInputStream(), OutputStream.nullOutputStream(),
				OutputStream.nullOutputStream());
		Haven.run(args, console, System.getenv());
	}
}
