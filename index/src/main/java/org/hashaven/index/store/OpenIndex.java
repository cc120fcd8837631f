package org.hashaven.index.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexOptions;
import org.hashaven.index.VerifyReport;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** What a {@code HashIndex} holds while it is open: the folder, its searchers, and the writer if there is one. */
public final class OpenIndex implements Closeable {

	private final Directory directory;
	private final @Nullable WriterSupervisor keeper;
	private final Supplier<SearcherManager> searchers;

	private OpenIndex(Directory directory, @Nullable WriterSupervisor keeper, Supplier<SearcherManager> searchers) {
		this.directory = directory;
		this.keeper = keeper;
		this.searchers = searchers;
	}

	public static OpenIndex create(Path folder, IndexOptions options) throws IOException {
		if (IndexFolder.hasIndex(folder)) {
			throw new IndexException(Reason.EXISTS);
		}
		IndexFolder.requireEmpty(folder);
		IndexFolder.make(folder);
		return writing(IndexFolder.directory(folder), options, RecordWriter::create);
	}

	public static OpenIndex open(Path folder, IndexOptions options) throws IOException {
		IndexFolder.requireIndex(folder);
		return open(IndexFolder.directory(folder), options);
	}

	/** Opens for writing through a directory of the caller's making, which is closed with the index. */
	public static OpenIndex open(Directory directory, IndexOptions options) throws IOException {
		return writing(directory, options, RecordWriter::open);
	}

	private static OpenIndex writing(Directory directory, IndexOptions options, Opener<RecordWriter> opener) throws IOException {
		return orClose(directory, opened -> {
			WriterSupervisor keeper = new WriterSupervisor(opened, opener.open(opened), options);
			return new OpenIndex(opened, keeper, () -> keeper.writer().searchers());
		});
	}

	public static OpenIndex openReadOnly(Path folder) throws IOException {
		IndexFolder.requireIndex(folder);
		return orClose(IndexFolder.directory(folder), opened -> {
			SearcherManager searchers = new SearcherManager(opened, RecordSearcher.factory());
			return new OpenIndex(opened, null, () -> searchers);
		});
	}

	private static OpenIndex orClose(Directory directory, Opener<OpenIndex> opener) throws IOException {
		try {
			return opener.open(directory);
		} catch (IOException | RuntimeException e) {
			directory.close();
			throw e;
		}
	}

	/** Something that opens a directory. */
	@FunctionalInterface
	private interface Opener<T> {
		T open(Directory directory) throws IOException;
	}

	/** A job done with the newest searcher. */
	public <T> T read(RecordSearcher.Job<T> job) throws IOException {
		return RecordSearcher.withNewest(searchers, job);
	}

	/**
	 * A job done with the writer.
	 *
	 * @throws IndexException
	 *             {@link Reason#READ_ONLY}, and see {@link WriterSupervisor#write}
	 */
	public <T> T write(WriterSupervisor.Job<T> job) throws IOException {
		if (keeper == null) {
			throw new IndexException(Reason.READ_ONLY);
		}
		return keeper.write(job);
	}

	/** Notes that something may have been replaced by now. */
	public void expectErasure() {
		if (keeper != null) {
			keeper.expectErasure();
		}
	}

	/** Goes to the newest commit of another process; with a writer of its own it is there already. */
	public void refresh() throws IOException {
		if (keeper == null) {
			searchers.get().maybeRefreshBlocking();
		}
	}

	/** Checks the last commit. */
	public VerifyReport verify() throws IOException {
		return keeper == null ? Verifier.verifyNewest(searchers.get()) : keeper.verify();
	}

	@Override
	public void close() throws IOException {
		try (directory) {
			if (keeper == null) {
				searchers.get().close();
			} else {
				keeper.close();
			}
		}
	}
}
