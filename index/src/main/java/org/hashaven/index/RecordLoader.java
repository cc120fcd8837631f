package org.hashaven.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.fault.Futures;
import org.hashaven.index.fault.IndexErrors;
import org.hashaven.index.record.Media;
import org.hashaven.index.record.PendingIds;
import org.hashaven.index.record.RecordBatch;
import org.hashaven.index.store.RecordWriter;

/**
 * Adds many photos and videos to a bank, one after the other, and makes them durable together.
 *
 * <pre>
 * try (RecordLoader loader = index.loader("default", ids -> ids.forEach(System.out::println))) {
 * 	for (HashRecord record : records) {
 * 		loader.add(record);
 * 	}
 * 	loader.commit();
 * }
 * </pre>
 *
 * Records are indexed on all cores while the next are handed in. They are committed by {@link #commit}, and without being asked every ten
 * seconds, and whenever some hundred thousand to four million wait, by the size of the heap; then their ids are told, in the order of the
 * records. <b>What was told is durable and visible.</b> Of what was not, all, a part or nothing may be found; closing gives it up, and so
 * does a failure. Records that bring ids of their own, and those handed over with them, become durable a thousand at a time, and an id that
 * is taken refuses the thousand it is in.
 *
 * <p>
 * For one thread. It works beside any number of other writers of the same index.
 */
public final class RecordLoader implements Closeable {

	private static final int BATCH = 1_000;
	private static final int BATCHES_A_THREAD = 4;
	private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

	// An id that waits to be told takes some 40 bytes: a twentieth of the heap at most.
	private static final int MIN_WAITING = 100_000;
	private static final int MAX_WAITING = 4_000_000;
	private static final long HEAP_BYTES_A_WAITING = 1_024;

	private final RecordWriter writer;
	private final String bank;
	private final Consumer<List<String>> told;
	private final int threads = Runtime.getRuntime().availableProcessors();
	private final ExecutorService pool;
	private final long maxWaiting = Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_WAITING, MIN_WAITING, MAX_WAITING);
	private final Deque<CompletableFuture<Void>> running = new ArrayDeque<>();
	private List<MediaRecord> batch = new ArrayList<>(BATCH);
	private long batchDocuments;
	private List<PendingIds> waiting = new ArrayList<>();
	private long waitingCount;
	private long lastCommitNanos = System.nanoTime();

	RecordLoader(RecordWriter writer, String bank, Consumer<List<String>> told) {
		this.writer = writer;
		this.bank = bank;
		this.told = told;
		this.pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("hashaven-loader-", 0).factory());
	}

	/**
	 * Adds a photo or a video, as {@link HashIndex#add} would; it is durable, a video with all its frames, when its id is reported.
	 *
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN}, {@link Reason#FULL}, {@link Reason#DISK}, {@link Reason#STOPPED}; because of this record or of
	 *             one before it
	 */
	public void add(MediaRecord record) throws IOException {
		Media media = Media.of(record);
		batch.add(record);
		batchDocuments += media.documents();
		if (waitingCount >= maxWaiting || System.nanoTime() - lastCommitNanos > COMMIT_NANOS) {
			commit();
		} else if (batchDocuments >= BATCH) {
			handOver();
		}
	}

	/**
	 * Makes all records added so far durable and tells their ids.
	 *
	 * @throws IndexException
	 *             see {@link #add}
	 */
	public void commit() throws IOException {
		handOver();
		commitWaiting();
	}

	private void handOver() throws IOException {
		if (batch.isEmpty()) {
			return;
		}
		List<MediaRecord> next = batch;
		batch = new ArrayList<>(BATCH);
		batchDocuments = 0;
		RecordBatch records = RecordBatch.of(bank, next);
		if (records.given()) {
			commitWaiting();
			told.accept(IndexErrors.writing(() -> writer.add(records)));
			return;
		}
		if (running.size() == threads * BATCHES_A_THREAD) {
			finishOldest();
		}
		start(() -> writer.addUncommitted(records));
		waiting.add(records.waitingIds());
		waitingCount += records.size();
	}

	private void start(Futures.Step step) {
		running.add(CompletableFuture.runAsync(() -> Futures.run(step), pool));
	}

	private void finishAll() throws IOException {
		while (!running.isEmpty()) {
			finishOldest();
		}
	}

	private void finishOldest() throws IOException {
		IndexErrors.writing(() -> Futures.join(running.remove()));
	}

	private void commitWaiting() throws IOException {
		finishAll();
		if (waitingCount > 0) {
			// What the threads have in memory they write side by side; the commit alone would write it one after the other.
			for (int thread = 0; thread < threads; thread++) {
				start(writer::flushOne);
			}
			finishAll();
			IndexErrors.writing(() -> {
				writer.commit();
				return true;
			});
		}
		List<PendingIds> durable = waiting;
		waiting = new ArrayList<>();
		waitingCount = 0;
		lastCommitNanos = System.nanoTime();
		for (PendingIds ids : durable) {
			told.accept(ids.texts());
		}
	}

	/** Gives up what was not made durable, and lets go of the threads. */
	@Override
	public void close() {
		pool.shutdown();
		running.forEach(Futures::awaitEnd);
	}
}
