package org.hashaven.index.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/**
 * A folder whose files are their owner's alone, whatever the folder itself lets others do: a copy that keeps permissions then does not show
 * them either.
 */
public final class OwnerOnlyDirectory extends FilterDirectory {

	private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private final Path folder;

	private OwnerOnlyDirectory(Directory directory, Path folder) {
		super(directory);
		this.folder = folder;
	}

	/** The directory with its files closed to others, where the file system knows permissions. */
	public static Directory where(Path folder, Directory directory) throws IOException {
		PosixFileAttributeView permissions = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
		return permissions != null ? new OwnerOnlyDirectory(directory, folder) : directory;
	}

	@Override
	public IndexOutput createOutput(String name, IOContext context) throws IOException {
		IndexOutput output = in.createOutput(name, context);
		closeToOthers(name);
		return output;
	}

	@Override
	public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
		IndexOutput output = in.createTempOutput(prefix, suffix, context);
		closeToOthers(output.getName());
		return output;
	}

	@Override
	public Lock obtainLock(String name) throws IOException {
		Lock lock = in.obtainLock(name);
		closeToOthers(name);
		return lock;
	}

	private void closeToOthers(String name) throws IOException {
		try {
			Files.setPosixFilePermissions(folder.resolve(name), OWNER_READS_AND_WRITES);
		} catch (FileSystemException e) {
			// The file system shows permissions that it cannot change; the folder is closed all the same.
		}
	}
}
