package org.hashaven.index.store;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A directory that brings each file to the disk once. Lucene never changes a file after it has closed it, but asks at every commit for all
 * files of the index again; a sync that finds nothing to do is still a flush of the disk's own cache.
 *
 * <p>
 * One of these serves one writer. What a failed sync leaves behind is unknown, and is not remembered as synced; the writer ends with it,
 * and the next one's begins with nothing remembered, so that its first commit syncs all it counts on.
 */
public final class OnceSyncedDirectory extends FilterDirectory {

	private final Set<String> synced = ConcurrentHashMap.newKeySet();

	public OnceSyncedDirectory(Directory directory) {
		super(directory);
	}

	@Override
	public void sync(Collection<String> names) throws IOException {
		List<String> unsynced = names.stream().filter(name -> !synced.contains(name)).toList();
		in.sync(unsynced);
		synced.addAll(unsynced);
	}

	// A name that is used again stands for another file.

	@Override
	public IndexOutput createOutput(String name, IOContext context) throws IOException {
		synced.remove(name);
		return in.createOutput(name, context);
	}

	@Override
	public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
		IndexOutput output = in.createTempOutput(prefix, suffix, context);
		synced.remove(output.getName());
		return output;
	}

	@Override
	public void rename(String source, String target) throws IOException {
		synced.remove(source);
		synced.remove(target);
		in.rename(source, target);
	}

	@Override
	public void deleteFile(String name) throws IOException {
		synced.remove(name);
		in.deleteFile(name);
	}
}
