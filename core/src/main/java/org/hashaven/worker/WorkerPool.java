package org.hashaven.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hashaven.image.ByteSource;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/**
 * Hashes in worker processes, which are started on demand, reused, and confined to reading the current file and returning its hashes
 * ({@link Sandbox}). A file that exceeds its {@link Budget}, or on which two workers die that have no other file, is refused; the others go
 * on.
 *
 * <p>
 * The sandbox protects the system and this program's memory from a hostile file, not the hashes: a worker that has been taken over can
 * return wrong hashes for its file, and for the files that it hashes afterwards.
 */
public final class WorkerPool implements MediaHasher {

	/** A file on which this many workers die that have no other file is refused. */
	private static final int MAX_DEATHS = 2;

	private static final int MAX_STARTS = 3;

	/** Files that one process hashes at a time: they share its compiled code and its memory, and have to be repeated if it dies. */
	private static final int MAX_CHANNELS = 4;

	private static final int CHECK_MS = 200;

	private final Budget budget;
	private final int channels;
	private final Semaphore places;
	private final List<Member> members = new ArrayList<>();
	/** Workers for one file at a time that have none. */
	private final Deque<WorkerProcess> spare = new ConcurrentLinkedDeque<>();
	private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();
	/** Starts and supervises processes; one thread that lives as long as the pool, because the kernel kills a worker with its starter. */
	private final ScheduledExecutorService supervisor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("haven-worker-supervisor").factory());
	private final Future<?> watch;
	private volatile boolean closed;

	/** A worker of the pool, which may still be starting. */
	private static final class Member {

		private final Future<WorkerProcess> worker;
		private int files;

		Member(Future<WorkerProcess> worker) {
			this.worker = worker;
		}

		boolean isUsable() {
			return worker.state() == Future.State.RUNNING || (worker.state() == Future.State.SUCCESS && worker.resultNow().isAlive());
		}
	}

	/**
	 * Creates a pool, without starting a worker.
	 *
	 * @param files
	 *            maximum number of files that are hashed at a time, at least 1; one for each core is best
	 */
	public WorkerPool(int files, Budget budget) {
		this.budget = budget;
		channels = Math.min(files, MAX_CHANNELS);
		places = new Semaphore(files);
		watch = supervisor.scheduleWithFixedDelay(this::watch, CHECK_MS, CHECK_MS, TimeUnit.MILLISECONDS);
	}

	private void watch() {
		running.forEach(WorkerProcess::check); // also wakes who waits for one that is dead
		running.removeIf(worker -> !worker.isAlive());
	}

	/** Starts a worker that will soon be needed; returns immediately. */
	public void prepare() {
		synchronized (members) {
			if (members.stream().noneMatch(Member::isUsable)) {
				try {
					members.add(new Member(submit(channels)));
				} catch (WorkerException e) {
					// who needs one hears it
				}
			}
		}
	}

	/**
	 * The sandbox that workers are in on this system.
	 *
	 * @throws WorkerException
	 *             if no worker can be started
	 */
	public Sandbox sandbox() throws WorkerException {
		Member member = acquire();
		try {
			return ready(member.worker).greet();
		} catch (IOException e) {
			throw noWorker();
		} finally {
			release(member);
		}
	}

	@Override
	public HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress)
			throws IOException {
		Member member = acquire();
		try {
			return ready(member.worker).hash(file, options, lookup, progress);
		} catch (BrokenWorkerException e) {
			return hashAlone(file, options, lookup, progress);
		} finally {
			release(member);
		}
	}

	/**
	 * Hashes a file in a process that has no other, after one that had others died or may have been short of memory: then it is certain
	 * whether this file was the cause.
	 */
	private HashedMedia hashAlone(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress)
			throws IOException {
		for (int deaths = 0; deaths < MAX_DEATHS; deaths++) {
			WorkerProcess worker = takeAlone();
			try {
				return worker.hash(file, options, lookup, progress);
			} catch (BrokenWorkerException e) {
				// once may have been bad luck
			} finally {
				if (worker.isAlive()) {
					spare.push(worker);
				}
			}
		}
		throw new WorkerException(WorkerException.Reason.CRASHED, "The decoder crashed on the file.");
	}

	/** A worker for one file at a time, for this thread alone. */
	private WorkerProcess takeAlone() throws IOException {
		for (WorkerProcess worker = spare.poll(); worker != null; worker = spare.poll()) {
			if (worker.isAlive()) {
				return worker;
			}
		}
		for (int attempt = 0; attempt < MAX_STARTS; attempt++) {
			try {
				return ready(submit(1));
			} catch (BrokenWorkerException e) {
				// it had no file yet, so no file is the cause
			}
		}
		throw noWorker();
	}

	/** A worker with a free channel, which is this thread's until {@link #release}. */
	private Member acquire() throws WorkerException {
		places.acquireUninterruptibly();
		try {
			synchronized (members) {
				members.removeIf(member -> member.files == 0 && !member.isUsable());
				Member free = members.stream().filter(member -> member.files < channels && member.isUsable()).findFirst().orElse(null);
				if (free == null) {
					free = new Member(submit(channels));
					members.add(free);
				}
				free.files++;
				return free;
			}
		} catch (WorkerException e) {
			places.release();
			throw e;
		}
	}

	private void release(Member member) {
		synchronized (members) {
			member.files--;
		}
		places.release();
	}

	private Future<WorkerProcess> submit(int channelsOfOne) throws WorkerException {
		try {
			return supervisor.submit(() -> start(channelsOfOne));
		} catch (RejectedExecutionException e) {
			throw noWorker();
		}
	}

	private WorkerProcess start(int channelsOfOne) throws IOException {
		synchronized (running) {
			if (closed) {
				throw new IOException("the pool is closed");
			}
			WorkerProcess worker = WorkerProcess.start(Worker.class, channelsOfOne, budget, Sandbox.Layers.ALL);
			running.add(worker);
			return worker;
		}
	}

	/**
	 * Waits until a worker is ready.
	 *
	 * @throws BrokenWorkerException
	 *             if it died while it started
	 * @throws WorkerException
	 *             if it cannot be started
	 */
	private static WorkerProcess ready(Future<WorkerProcess> starting) throws IOException {
		WorkerProcess worker = started(starting);
		try {
			worker.greet();
			return worker;
		} catch (IOException e) {
			throw new BrokenWorkerException(e);
		}
	}

	/** Waits for a start; an interrupt is kept for later, as in-process hashing of a photo does not notice it either. */
	private static WorkerProcess started(Future<WorkerProcess> starting) throws WorkerException {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return starting.get();
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
		} catch (ExecutionException e) {
			throw noWorker();
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static WorkerException noWorker() {
		return new WorkerException(WorkerException.Reason.NO_WORKER, "The decoders cannot be started.");
	}

	/** Process ids of the workers, for tests that kill them. */
	List<Long> pids() {
		return running.stream().map(WorkerProcess::pid).toList();
	}

	/** Process ids of the workers that may hash several files at a time; likewise. */
	List<Long> sharedPids() {
		return running.stream().filter(worker -> !worker.hasOneChannel()).map(WorkerProcess::pid).toList();
	}

	@Override
	public void close() {
		synchronized (running) {
			closed = true;
			watch.cancel(false);
			supervisor.shutdown();
			running.forEach(WorkerProcess::close);
		}
	}
}
