package org.hashaven.samples.videos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A folder for the files of one run, deleted when the JVM ends. */
final class RunFolder {

	private static final AtomicInteger FILES = new AtomicInteger();

	private RunFolder() {
	}

	/** A new file's name. */
	static Path file(String extension) {
		return Holder.FOLDER.resolve("video-" + FILES.incrementAndGet() + extension);
	}

	/** Made when the first file is. */
	private static final class Holder {

		static final Path FOLDER = make();

		private static Path make() {
			try {
				Path folder = Files.createTempDirectory("hashaven-videos");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
				return folder;
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		private static void delete(Path folder) {
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(each);
				}
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
