package org.hashaven.index.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/** Copies the files of a commit to an empty folder, the list of segments last: a copy cut short is no index, never half of one. */
public final class SnapshotCopier {

	private static final String PENDING = "pending_";

	private SnapshotCopier() {
	}

	public static void copy(IndexCommit commit, Path folder) throws IOException {
		IndexFolder.requireEmpty(folder);
		IndexFolder.make(folder);
		try (Directory target = IndexFolder.directory(folder)) {
			String segments = commit.getSegmentsFileName();
			List<String> names = new ArrayList<>(commit.getFileNames());
			names.remove(segments);
			for (String name : names) {
				target.copyFrom(commit.getDirectory(), name, name, IOContext.READONCE);
			}
			target.copyFrom(commit.getDirectory(), segments, PENDING + segments, IOContext.READONCE);
			names.add(PENDING + segments);
			target.sync(names);
			target.rename(PENDING + segments, segments);
			target.syncMetaData();
		}
	}
}
