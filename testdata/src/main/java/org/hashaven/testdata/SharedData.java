package org.hashaven.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data that may lie beside the repository and is not part of it: conformance pictures, photographs, videos. Tests pass without it and
 * assert more with it.
 */
public final class SharedData {

	/** The system property that names the folder: {@value}. */
	public static final String PROPERTY = "haven.shared";

	private SharedData() {
	}

	/**
	 * A folder of the shared data, when it is there: the one below {@value #PROPERTY}, else {@code ../shared/data} beside the repository.
	 */
	public static Optional<Path> folder(String name) {
		String named = System.getProperty(PROPERTY);
		if (named != null) {
			return Optional.of(Path.of(named, name)).filter(Files::isDirectory);
		}
		for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
			Path folder = up.resolveSibling("shared").resolve("data").resolve(name);
			if (Files.isDirectory(folder)) {
				return Optional.of(folder);
			}
		}
		return Optional.empty();
	}
}
