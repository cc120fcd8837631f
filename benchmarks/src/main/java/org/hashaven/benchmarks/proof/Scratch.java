package org.hashaven.benchmarks.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one run, gone when it is closed. */
public final class Scratch implements Closeable {

	private final Path folder;

	/** Makes one in the system's place for temporary files. */
	public Scratch(String name) throws IOException {
		folder = Files.createTempDirectory(name);
	}

	/** A name in it, for a file or folder that is not there yet. */
	public Path resolve(String name) {
		return folder.resolve(name);
	}

	/** The files of an index folder in the order of their names, but for the lock. */
	static List<Path> indexFiles(Path index) throws IOException {
		try (Stream<Path> files = Files.list(index)) {
			return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
		}
	}

	/** Deletes a folder and all in it. */
	static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@Override
	public void close() throws IOException {
		delete(folder);
	}
}
