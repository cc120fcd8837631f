package org.hashaven.index.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.hamming.HugePageDirectory;
import org.hashaven.index.record.Banks;

/** The folder of an index: looked at before anything in it is touched. */
public final class IndexFolder {

	private static final FileAttribute<?>[] OWNER_ONLY = {
			PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))};
	private static final FileAttribute<?>[] UNKNOWN = {};

	private IndexFolder() {
	}

	/** The folder as a mapped directory. */
	public static Directory directory(Path folder) throws IOException {
		return OwnerOnlyDirectory.where(folder, new HugePageDirectory(folder));
	}

	/**
	 * Holds a folder to being empty or not there. The lock file that a creation cut short leaves behind does not count.
	 *
	 * @throws IndexException
	 *             {@link Reason#NOT_EMPTY}
	 */
	public static void requireEmpty(Path folder) throws IOException {
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
	public static void requireIndex(Path folder) throws IOException {
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
	 * Makes the folder of a new index, which only its owner can look into where the file system knows permissions. A folder that is there
	 * stays as it is: its creator may want others to read.
	 *
	 * @throws IndexException
	 *             {@link Reason#NO_ACCESS}
	 */
	public static void make(Path folder) throws IOException {
		try {
			if (!Files.isDirectory(folder)) {
				Path absolute = folder.toAbsolutePath();
				Files.createDirectories(absolute.getParent());
				boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
				Files.createDirectory(absolute, posix ? OWNER_ONLY : UNKNOWN);
			}
		} catch (FileSystemException e) {
			throw new IndexException(Reason.NO_ACCESS);
		}
	}

	/** Whether there is an index in the folder, of whatever version or state. */
	public static boolean hasIndex(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		try (Directory directory = directory(folder)) {
			return DirectoryReader.indexExists(directory);
		}
	}
}
