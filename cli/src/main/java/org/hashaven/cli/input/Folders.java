package org.hashaven.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.cli.text.HavenException;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;

/** Folders and the names of banks, held to their limits. */
public final class Folders {

	private Folders() {
	}

	/** The folder of this name. */
	public static Path of(String name) throws HavenException {
		if (name.isEmpty()) {
			throw new HavenException("reason.empty"); // or it would be the current folder
		}
		try {
			return Path.of(name);
		} catch (InvalidPathException e) {
			throw new HavenException("reason.name");
		}
	}

	/** Whether there is an index in a folder. */
	public static boolean isIndex(Path folder) throws IOException {
		try {
			HashIndex.openReadOnly(folder).close();
			return true;
		} catch (IndexException e) {
			if (e.reason() == IndexException.Reason.MISSING) {
				return false;
			}
			throw e;
		}
	}

	/** A bank's name, if it is within the limits. */
	public static String bankName(String name) throws HavenException {
		try {
			HashRecord.requireText("bank", name);
			return name;
		} catch (IllegalArgumentException e) {
			throw new HavenException("index.bank.name", HashRecord.MAX_TEXT_CHARS);
		}
	}

	/** Removes a folder with all that is in it. */
	public static void delete(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(folder)) {
			files = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : files) {
			Files.delete(file);
		}
	}
}
