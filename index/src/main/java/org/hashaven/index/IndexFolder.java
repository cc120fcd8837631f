package org.hashaven.index;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.index.IndexException.Reason;

/** The folder of an index: looked at before anything in it is touched. */
final class IndexFolder {

	private IndexFolder() {
	}

	/** The folder as Lucene's mapped directory, made where it is not there. */
	static Directory directory(Path folder) throws IOException {
		return new MMapDirectory(folder);
	}

	/**
	 * Holds a folder to being empty or not there. The lock file that a creation cut short leaves behind does not count.
	 *
	 * @throws IndexException
	 *             {@link Reason#NOT_EMPTY}
	 */
	static void requireEmpty(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				if (files.allMatch(file -> file.endsWith(IndexWriter.WRITE_LOCK_NAME))) {
					return;
				}
			}
		} else if (!Files.exists(folder)) {
			return;
		}
		throw new IndexException(Reason.NOT_EMPTY);
	}

	/**
	 * Holds a folder to having an index that this program can read, before a lock is taken or a file is cleaned away.
	 *
	 * @throws IndexException
	 *             {@link Reason#MISSING}, {@link Reason#NEWER_VERSION}, {@link Reason#CORRUPT}
	 */
	static void requireIndex(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			throw new IndexException(Reason.MISSING);
		}
		try (Directory directory = directory(folder)) {
			if (!DirectoryReader.indexExists(directory)) {
				throw new IndexException(Reason.MISSING);
			}
			Banks.ofCommitData(SegmentInfos.readLatestCommit(directory).getUserData());
		}
	}

	/**
	 * Makes the folder of a new index.
	 *
	 * @throws IndexException
	 *             {@link Reason#NO_ACCESS}
	 */
	static void make(Path folder) throws IOException {
		try {
			Files.createDirectories(folder);
		} catch (FileSystemException e) {
			throw new IndexException(Reason.NO_ACCESS);
		}
	}

	/** Whether there is an index in the folder, of whatever version or state. */
	static boolean hasIndex(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		try (Directory directory = directory(folder)) {
			return DirectoryReader.indexExists(directory);
		}
	}
}
