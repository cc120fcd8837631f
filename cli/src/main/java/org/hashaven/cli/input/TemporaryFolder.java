package org.hashaven.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Folders for the time of one run. Their names hold the number of the process, so that the next run finds and removes what a process left
 * that was killed.
 */
public final class TemporaryFolder {

	private TemporaryFolder() {
	}

	/**
	 * Makes a folder that only its owner can look into, and removes those of runs that are no more.
	 *
	 * @param purpose
	 *            part of its name
	 */
	public static Path make(String purpose) throws IOException {
		String begin = "haven-" + purpose + "-";
		Path made = Files.createTempDirectory(begin + ProcessHandle.current().pid() + "-");
		Path parent = made.getParent();
		if (parent != null) {
			try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, begin + "*-*")) {
				for (Path other : others) {
					if (isLeftBehind(other, begin)) {
						remove(other);
					}
				}
			} catch (IOException | DirectoryIteratorException e) {
				// what cannot be looked into is left to its owner
			}
		}
		return made;
	}

	private static boolean isLeftBehind(Path folder, String begin) {
		String name = folder.getFileName().toString();
		String number = name.substring(begin.length(), name.indexOf('-', begin.length()));
		return number.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(number)).isEmpty()
				&& Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
	}

	private static void remove(Path folder) {
		try {
			Folders.delete(folder);
		} catch (IOException | UncheckedIOException e) {
			// another user's, or another run is removing it
		}
	}
}
