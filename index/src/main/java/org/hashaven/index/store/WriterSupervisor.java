package org.hashaven.index.store;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexOptions;
import org.hashaven.index.VerifyReport;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.verify.Verifier;

/**
 * An index kept open for writing through failures, and its withdrawn bits off the disk.
 *
 * <pre>
 *   write ──→ RecordWriter ──(the disk refuses)──→ stopped ──(next write)──→ rolled back, a new RecordWriter at the last commit
 *   ErasureScheduler ──→ erase ↗                              lookups go on at the old searcher until the new one is there
 * </pre>
 *
 * <p>
 * Why a new writer may go on where the old one must not. Once a sync has failed, the system may call the page clean, and a later sync of
 * the same file would succeed without it having reached the disk. So no file that a failed commit was the first to need may ever be counted
 * on. None is: the last good commit's files have each been synced with success before it was acknowledged, all others are deleted unread
 * when the old writer rolls back or the new one opens, and the new one gives its files names that no file in the folder has, deleted or
 * not. What was synced is remembered in {@link OnceSyncedDirectory}, of which each writer has its own. Should the very last step of a
 * commit fail, the sync of the folder, its list of segments may be there: then all it names has been synced, and the next commit syncs the
 * folder again.
 */
public final class WriterSupervisor implements Closeable {

	private final Directory directory;
	private final ErasureScheduler erasure;
	private volatile RecordWriter writer;
	// A failure in the background that no caller has been told of.
	private boolean untold;
	private boolean closed;

	/** Takes over a writer that was just opened. */
	public WriterSupervisor(Directory directory, RecordWriter writer, IndexOptions options) throws IOException {
		this.directory = directory;
		this.writer = writer;
		this.erasure = new ErasureScheduler(options.erasureTime(), this::eraseInBackground);
		this.erasure.start(RecordSearcher.with(writer.searchers(), searcher -> searcher.reader().hasDeletions()));
	}

	/** Something to do with the writer. */
	@FunctionalInterface
	public interface Job<T> {
		T run(RecordWriter writer) throws IOException;
	}

	/** The writer there is, running or stopped. */
	public RecordWriter writer() {
		return writer;
	}

	/**
	 * Does something with a running writer.
	 *
	 * @throws IndexException
	 *             {@link Reason#STOPPED} after a failure in the background, once; {@link Reason#DISK} as long as the disk refuses
	 */
	public <T> T write(Job<T> job) throws IOException {
		RecordWriter running = runningOrTell();
		try {
			return job.run(running);
		} finally {
			expectErasure();
		}
	}

	/** Notes that something may have been withdrawn or replaced by now. */
	public void expectErasure() {
		erasure.expect();
	}

	private synchronized RecordWriter runningOrTell() throws IOException {
		boolean tell = untold;
		untold = false;
		RecordWriter running = running();
		if (tell) {
			throw new IndexException(Reason.STOPPED);
		}
		return running;
	}

	/** The writer, a new one if the old one has stopped. */
	private synchronized RecordWriter running() throws IOException {
		RecordWriter old = writer;
		if (old.stopped()) {
			if (closed) {
				throw new IndexException(Reason.STOPPED);
			}
			old.abandon();
			if (!directory.getPendingDeletions().isEmpty()) {
				throw new IndexException(Reason.DISK); // it does not even let go of files
			}
			writer = RecordWriter.open(directory);
			old.searchers().close();
			erasure.expect(); // a withdrawal that failed may be on the disk
		}
		return writer;
	}

	/** Checks the last commit. */
	public VerifyReport verify() throws IOException {
		RecordWriter checked = writer;
		VerifyReport report;
		try {
			report = checked.withCommit(Verifier::verify);
		} catch (IOException | RuntimeException e) {
			requireSame(checked);
			throw e;
		}
		if (!report.clean()) {
			requireSame(checked);
		}
		return report;
	}

	/** Holds the writer to being the same still: the next one does not keep the files that its forerunner was asked to keep. */
	private void requireSame(RecordWriter checked) throws IndexException {
		if (checked != writer) {
			throw new IndexException(Reason.STOPPED);
		}
	}

	private boolean eraseInBackground() {
		try {
			running().erase();
			setUntold(false);
			return true;
		} catch (IOException | RuntimeException | Error e) {
			// A thread of its own has no caller to throw to.
			setUntold(true);
			return false;
		}
	}

	private synchronized void setUntold(boolean failed) {
		untold = failed;
	}

	@Override
	public void close() throws IOException {
		erasure.close();
		synchronized (this) {
			closed = true;
			boolean stopped = writer.stopped();
			writer.close();
			if (stopped) {
				// On a full disk they would keep others from writing until the index is next opened.
				RecordWriter.deleteUnusedFiles(directory);
			}
		}
	}
}
