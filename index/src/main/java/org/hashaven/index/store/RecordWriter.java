package org.hashaven.index.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordBatch;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.regioncode.RecordCodec;

/**
 * The one writer of an index. Every change is committed, and visible to lookups, before its method returns; changes that come at the same
 * time share a commit.
 *
 * <p>
 * After any failure to write it stops for good. Going on would be a lie: once the system has failed to write a page it may call the page
 * clean, and the next sync would acknowledge what is not on the disk.
 */
public final class RecordWriter implements Closeable {

	// Adds of the common size are committed long before they fill this; a load of many makes fewer and larger segments.
	private static final double BUFFER_MB = Math.clamp((Runtime.getRuntime().maxMemory() / 8) >> 20, 64, 512);

	private static final double CACHED_FILE_MB = 4;
	private static final double CACHED_MB = 64;

	// Below this size segments count as equal, and a merge of tiny ones may take any of them along.
	private static final double FLOOR_SEGMENT_MB = 8;

	// A lookup asks each segment in turn: half as many as Lucene would let stand are worth more merging.
	private static final double SEGMENTS_PER_TIER = 4;

	// An add waits for the disk, not for merges.
	private static final long MERGE_WAIT_MS = 0;

	private final IndexWriter writer;
	private final SnapshotDeletionPolicy commits;
	private final SearcherManager searchers;
	private final SegmentErasing erasing;
	// Makes every change of the records and the banks, so that its searcher sees all that went before.
	private final ChangeQueue changes = new ChangeQueue(this::commit);
	private volatile boolean stopped;

	private RecordWriter(IndexWriter writer, SnapshotDeletionPolicy commits, ErasingMergePolicy merges) throws IOException {
		this.writer = writer;
		this.commits = commits;
		this.searchers = new SearcherManager(writer, RecordSearcher.factory());
		this.erasing = new SegmentErasing(writer, merges, searchers, this::commit);
		changes.start(); // last: what fails before leaves no thread behind
	}

	/** Makes a new index in this directory, durable when it returns. */
	public static RecordWriter create(Directory directory) throws IOException {
		SnapshotDeletionPolicy commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
		ErasingMergePolicy merges = merges();
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
	public static RecordWriter open(Directory directory) throws IOException {
		SnapshotDeletionPolicy commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
		ErasingMergePolicy merges = merges();
		IndexWriter writer = new IndexWriter(disk(directory), config(OpenMode.APPEND, commits, merges));
		try {
			renewVersion(writer);
			return new RecordWriter(writer, commits, merges);
		} catch (IOException | RuntimeException e) {
			writer.rollback();
			throw e;
		}
	}

	/** Deletes the files that the last commit does not need, as far as the disk allows: a writer that failed may leave some. */
	public static void deleteUnusedFiles(Directory directory) {
		try {
			new IndexWriter(directory,
					config(OpenMode.APPEND, new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy()), merges()))
					.rollback();
		} catch (IOException e) {
			// the next writer to be opened deletes them
		}
	}

	/** Makes the next commit say this program's version: an older one must not open what this one has written. */
	private static void renewVersion(IndexWriter writer) throws IOException {
		Map<String, String> data = new HashMap<>();
		writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
		Banks banks = Banks.ofCommitData(data);
		if (Banks.isOlder(data)) {
			writer.setLiveCommitData(banks.toCommitData().entrySet());
		}
	}

	/**
	 * The directory as Lucene gets it: files that are gone again before the next commit, such as the parts of a compound file, stay in
	 * memory.
	 */
	private static Directory disk(Directory directory) {
		return new OnceSyncedDirectory(new NRTCachingDirectory(directory, CACHED_FILE_MB, CACHED_MB));
	}

	private static ErasingMergePolicy merges() {
		return new ErasingMergePolicy(new TieredMergePolicy().setFloorSegmentMB(FLOOR_SEGMENT_MB).setSegmentsPerTier(SEGMENTS_PER_TIER));
	}

	private static IndexWriterConfig config(OpenMode mode, SnapshotDeletionPolicy commits, ErasingMergePolicy merges) {
		return new IndexWriterConfig().setCodec(new RecordCodec()).setOpenMode(mode).setIndexDeletionPolicy(commits).setMergePolicy(merges)
				.setMergeScheduler(new QuietMergeScheduler()).setRAMBufferSizeMB(BUFFER_MB).setMaxFullFlushMergeWaitMillis(MERGE_WAIT_MS);
	}

	/** The searchers of this writer: they see all that is acknowledged, and maybe some of what is about to be. */
	public SearcherManager searchers() {
		return searchers;
	}

	public void putBank(Bank bank) throws IOException {
		changes.make(group -> {
			group.putBank(bank);
			return true;
		});
	}

	public List<String> add(RecordBatch batch) throws IOException {
		return changes.make(group -> {
			group.add(batch);
			return batch.waitingIds().texts();
		});
	}

	/** Adds media with new ids, which the next commit takes along. Any number of threads may do so at once. */
	public void addUncommitted(RecordBatch batch) throws IOException {
		requireRunning();
		ChangeGroup.requireRoom(writer, batch);
		orStop(() -> batch.writeTo(writer));
	}

	/** Writes the largest of the segments still in memory, if there is any, as a commit would. */
	public void flushOne() throws IOException {
		requireRunning();
		orStop(() -> writer.flushNextBuffer());
	}

	public int withdraw(Collection<String> ids) throws IOException {
		List<BytesRef> idBytes = ids.stream().map(RecordIds::toBytes).toList();
		return changes.make(group -> group.withdraw(idBytes));
	}

	public int withdraw(String bank, Collection<String> ids) throws IOException {
		List<BytesRef> idBytes = ids.stream().map(RecordIds::toBytes).toList();
		return changes.make(group -> group.withdraw(bank, idBytes));
	}

	public int withdrawHash(Hash256 hash) throws IOException {
		return changes.make(group -> group.withdrawHash(hash));
	}

	public void compact() throws IOException {
		requireRunning();
		orStop(() -> writer.forceMerge(1));
		commit();
		writer.deleteUnusedFiles();
	}

	/** Rewrites every segment that holds a record withdrawn or replaced before; their files are gone once lookups have let go of them. */
	public void erase() throws IOException {
		synchronized (erasing) {
			requireRunning();
			orStop(erasing::run);
		}
	}

	/** A job done with a commit of everything there is now. */
	public <T> T withNewCommit(CommitJob<T> job) throws IOException {
		commit();
		return withCommit(job);
	}

	/** A job done with the last commit, whose files stay until it is done. */
	public <T> T withCommit(CommitJob<T> job) throws IOException {
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
	public interface CommitJob<T> {
		T run(IndexCommit commit) throws IOException;
	}

	/** Commits whatever there is. */
	public void commit() throws IOException {
		changes.make(group -> true);
	}

	private void commit(List<? extends ChangeQueue.Pending<?>> pending) throws IOException {
		requireRunning();
		orStop(() -> {
			RecordSearcher.with(searchers, searcher -> {
				ChangeGroup group = new ChangeGroup(writer, searcher);
				for (ChangeQueue.Pending<?> change : pending) {
					change.make(group);
				}
				return true;
			});
			writer.commit();
			searchers.maybeRefreshBlocking();
		});
	}

	/** Whether it has stopped, and a caller was told; after a failure in the background the next caller is. */
	public boolean stopped() {
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
	public void abandon() throws IOException {
		changes.close();
		writer.rollback();
	}

	@Override
	public void close() throws IOException {
		changes.close();
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
