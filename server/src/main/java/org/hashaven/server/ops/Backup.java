package org.hashaven.server.ops;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.Catalog;

/**
 * A copy of index and catalog as they were at one moment: a folder that can be served as it is.
 *
 * <p>
 * Changes wait while it is made, lookups do not. It is given its name when it is complete, so that none is ever half a backup.
 */
public final class Backup {

	private static final String UNFINISHED = ".unfinished";

	private Backup() {
	}

	/**
	 * Makes one.
	 *
	 * @param to
	 *            not there yet
	 * @throws FileAlreadyExistsException
	 *             when it is
	 */
	public static void make(IndexGateway index, Catalog catalog, Curator curator, Path to) throws IOException {
		Path target = to.toAbsolutePath();
		Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
		if (Files.exists(target)) {
			throw new FileAlreadyExistsException("the backup");
		}
		delete(unfinished);
		try {
			curator.whileUnchanged(() -> {
				index.snapshot(unfinished);
				catalog.copyTo(unfinished);
			});
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException | RuntimeException e) {
			delete(unfinished);
			throw e;
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			List<Path> files;
			try (Stream<Path> walk = Files.walk(folder)) {
				files = walk.sorted(Comparator.reverseOrder()).toList();
			}
			for (Path file : files) {
				Files.delete(file);
			}
		}
	}
}
