package org.hashaven.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.HashCodec;

/**
 * The one writer of an index. Every change is committed, and visible to lookups, before its method returns; callers that come at the same
 * time share a commit.
 *
 * <p>
 * After any failure to write it stops for good. Going on would be a lie: once the system has failed to write a page it may call the page
 * clean, and the next sync would acknowledge what is not on the disk.
 */
final class RecordWriter implements Closeable {

	private static final double BUFFER_MB = 64;

	private static final double CACHED_FILE_MB = 4;
	private static final double CACHED_MB = 64;

	// A large add lets others in between.
	private static final int RECORDS_AT_ONCE = 1_000;

	// An add waits for the disk, not for merges.
	private static final long MERGE_WAIT_MS = 0;

	private final IndexWriter writer;
	private final SnapshotDeletionPolicy commits;
	private final SearcherManager searchers;
	private final SegmentErasing erasing;
	// Held by one adder or withdrawer at a time. What a withdrawal counts is then what it withdraws; and Lucene, which gives each thread
	// that adds at the same time a segment of its own, makes one segment for all who share a commit and not dozens to sync.
	private final Object recordsLock = new Object();
	// Commits and refreshes, one at a time: a searcher never pairs new banks with an old commit.
	private final Object commitLock = new Object();
	// Changes handed to Lucene so far, and how many of them the last commit holds.
	private final AtomicLong changes = new AtomicLong();
	private long committed;
	private volatile boolean stopped;

	private RecordWriter(IndexWriter writer, SnapshotDeletionPolicy commits, ErasingMergePolicy merges) throws IOException {
		this.writer = writer;
		this.commits = commits;
		this.searchers = new SearcherManager(writer, RecordSearcher.factory());
		this.erasing = new SegmentErasing(writer, merges, searchers, () -> commit(changes.incrementAndGet()));
	}

	/** Makes a new index in this directory, durable when it returns. */
	static RecordWriter create(Directory directory) throws IOException {
		SnapshotDeletionPolicy commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
		ErasingMergePolicy merges = new ErasingMergePolicy(new TieredMergePolicy());
		IndexWriter writer = new IndexWriter(disk(directory), config(OpenMode.CREATE_OR_APPEND, commits, merges));
		try {
			if (DirectoryReader.indexExists(directory)) {
				throw new IndexException(Reason.EXISTS); // another process came between the look at the folder and the lock
			}
			writer.setLiveCommitData(Banks.initial().toCommitData().entrySet());
			writer.commit();
			return new RecordWriter(writer, commits, merges);
		} catch (IOException | RuntimeException e) {
			writer.rollback();
			throw e;
		}
	}

	/** Opens the index in this directory. */
	static RecordWriter open(Directory directory) throws IOException {
		SnapshotDeletionPolicy commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
		ErasingMergePolicy merges = new ErasingMergePolicy(new TieredMergePolicy());
		IndexWriter writer = new IndexWriter(disk(directory), config(OpenMode.APPEND, commits, merges));
		try {
			return new RecordWriter(writer, commits, merges);
		} catch (IOException | RuntimeException e) {
			writer.rollback();
			throw e;
		}
	}

	/**
	 * The directory as Lucene gets it: files that are gone again before the next commit, such as the parts of a compound file, stay in
	 * memory.
	 */
	private static Directory disk(Directory directory) {
		return new OnceSyncedDirectory(new NRTCachingDirectory(directory, CACHED_FILE_MB, CACHED_MB));
	}

	private static IndexWriterConfig config(OpenMode mode, SnapshotDeletionPolicy commits, ErasingMergePolicy merges) {
		return new IndexWriterConfig().setCodec(new HashCodec()).setOpenMode(mode).setIndexDeletionPolicy(commits).setMergePolicy(merges)
				.setMergeScheduler(new QuietMergeScheduler()).setRAMBufferSizeMB(BUFFER_MB).setMaxFullFlushMergeWaitMillis(MERGE_WAIT_MS);
	}

	/** The searchers of this writer: they see all that is acknowledged, and maybe some of what is about to be. */
	SearcherManager searchers() {
		return searchers;
	}

	void putBank(Bank bank) throws IOException {
		synchronized (commitLock) {
			Banks banks = RecordSearcher.with(searchers, RecordSearcher::banks).with(bank);
			requireRunning();
			writer.setLiveCommitData(banks.toCommitData().entrySet());
			commit(changes.incrementAndGet());
		}
	}

	List<String> add(String bank, List<HashRecord> batch) throws IOException {
		RecordSearcher.with(searchers, searcher -> searcher.banks().get(bank)); // or it says that there is none
		List<String> ids = new ArrayList<>(batch.size());
		List<BytesRef> idBytes = new ArrayList<>(batch.size());
		for (HashRecord record : batch) {
			String id = record.id() == null ? RecordIds.next() : record.id();
			ids.add(id);
			idBytes.add(RecordIds.toBytes(id));
		}
		RecordFields fields = new RecordFields(bank);
		if (batch.stream().anyMatch(record -> record.id() != null)) {
			// Who brings ids of its own goes alone: between the look whether they are free and the write nobody else may take them.
			synchronized (recordsLock) {
				refresh();
				RecordSearcher.with(searchers, searcher -> {
					GivenIds.requireFree(searcher, bank, batch, idBytes);
					return true;
				});
				writeAll(fields, batch, idBytes);
			}
		} else {
			writeAll(fields, batch, idBytes);
		}
		commit(changes.incrementAndGet());
		return ids;
	}

	private void writeAll(RecordFields fields, List<HashRecord> batch, List<BytesRef> ids) throws IOException {
		for (int from = 0; from < batch.size(); from += RECORDS_AT_ONCE) {
			int to = Math.min(from + RECORDS_AT_ONCE, batch.size());
			write(fields, batch.subList(from, to), ids.subList(from, to));
		}
	}

	private void write(RecordFields fields, List<HashRecord> batch, List<BytesRef> ids) throws IOException {
		synchronized (recordsLock) {
			requireRunning();
			if (writer.getDocStats().maxDoc + (long) batch.size() > IndexWriter.MAX_DOCS) {
				throw new IndexException(Reason.FULL);
			}
			orStop(() -> {
				for (int i = 0; i < batch.size(); i++) {
					HashRecord record = batch.get(i);
					if (record.id() == null) {
						writer.addDocument(fields.of(ids.get(i), record)); // a new id replaces nothing
					} else {
						writer.updateDocument(new Term(RecordFields.ID, ids.get(i)), fields.of(ids.get(i), record));
					}
				}
			});
		}
	}

	int withdraw(Collection<String> ids) throws IOException {
		List<BytesRef> idBytes = new ArrayList<>(ids.size());
		for (String id : ids) {
			idBytes.add(RecordIds.toBytes(id));
		}
		return withdraw(new TermInSetQuery(RecordFields.ID, idBytes));
	}

	int withdrawHash(Hash256 hash) throws IOException {
		return withdraw(new HammingQuery(RecordFields.HASH, hash, 0));
	}

	private int withdraw(Query query) throws IOException {
		int count;
		synchronized (recordsLock) {
			refresh();
			count = RecordSearcher.with(searchers, searcher -> searcher.count(query));
			if (count == 0) {
				return 0;
			}
			orStop(() -> writer.deleteDocuments(query));
		}
		commit(changes.incrementAndGet());
		return count;
	}

	void refresh() throws IOException {
		synchronized (commitLock) {
			requireRunning();
			searchers.maybeRefreshBlocking();
		}
	}

	void compact() throws IOException {
		requireRunning();
		orStop(() -> writer.forceMerge(1));
		commit(changes.incrementAndGet());
		writer.deleteUnusedFiles();
	}

	/** Rewrites every segment that holds a record withdrawn or replaced before; their files are gone once lookups have let go of them. */
	void erase() throws IOException {
		synchronized (erasing) {
			requireRunning();
			orStop(erasing::run);
		}
	}

	/** A job done with a commit of everything there is now. */
	<T> T withNewCommit(CommitJob<T> job) throws IOException {
		commit(changes.incrementAndGet());
		return withCommit(job);
	}

	/** A job done with the last commit, whose files stay until it is done. */
	<T> T withCommit(CommitJob<T> job) throws IOException {
		IndexCommit commit = commits.snapshot();
		try {
			return job.run(commit);
		} finally {
			commits.release(commit);
			if (writer.isOpen()) {
				writer.deleteUnusedFiles();
			}
		}
	}

	/** Something to do with a commit. */
	@FunctionalInterface
	interface CommitJob<T> {
		T run(IndexCommit commit) throws IOException;
	}

	/** Brings a change to the disk and to the lookups, and with it all changes made so far; whoever waited with one of them need not. */
	private void commit(long change) throws IOException {
		synchronized (commitLock) {
			if (change <= committed) {
				return;
			}
			requireRunning();
			long upTo = changes.get();
			orStop(() -> writer.commit());
			searchers.maybeRefreshBlocking();
			committed = upTo;
		}
	}

	/** Whether it has stopped, and a caller was told; after a failure in the background the next caller is. */
	boolean stopped() {
		return stopped;
	}

	private void requireRunning() throws IndexException {
		if (stopped || !writer.isOpen()) {
			stopped = true;
			throw new IndexException(Reason.STOPPED);
		}
	}

	private void orStop(Write write) throws IOException {
		boolean done = false;
		try {
			write.run();
			done = true;
		} finally {
			if (!done) {
				stopped = true;
			}
		}
	}

	/** A step that changes the index. */
	@FunctionalInterface
	private interface Write {
		void run() throws IOException;
	}

	/** Lets go of the folder as it was at the last commit. The searchers go on. */
	void abandon() throws IOException {
		writer.rollback();
	}

	@Override
	public void close() throws IOException {
		try {
			searchers.close();
		} finally {
			if (stopped) {
				writer.rollback();
			} else {
				writer.close();
			}
		}
	}
}
