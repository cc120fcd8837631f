package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on many things on all cores, a few at a time; results are handed on in the order of the things, by the calling thread. */
final class OrderedParallelRunner implements AutoCloseable {

	/** Work on one thing. */
	interface Task<T, R> {
		R work(T thing) throws Exception;
	}

	/** Takes results, or what went wrong instead. */
	interface Sink<T, R> {
		void done(T thing, R result) throws IOException;

		void failed(T thing, Throwable why) throws IOException;
	}

	private static final int WAITING_A_THREAD = 2;

	private record Running<T, R>(T thing, Future<R> work) {
	}

	private final int threads = Runtime.getRuntime().availableProcessors();
	private final ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());

	/**
	 * Works on all things. A failure of one is reported and the others go on, unless memory or a library is missing.
	 */
	<T, R> void work(Iterable<T> things, Task<T, R> task, Sink<T, R> sink) throws IOException, InterruptedException {
		Queue<Running<T, R>> window = new ArrayDeque<>();
		Iterator<T> rest = things.iterator();
		while (rest.hasNext() || !window.isEmpty()) {
			while (rest.hasNext() && window.size() < threads * (1 + WAITING_A_THREAD)) {
				T thing = rest.next();
				window.add(new Running<>(thing, pool.submit(() -> task.work(thing))));
			}
			finish(window.remove(), sink);
		}
	}

	private static <T, R> void finish(Running<T, R> running, Sink<T, R> sink) throws IOException, InterruptedException {
		R result;
		try {
			result = running.work().get();
		} catch (ExecutionException e) {
			Throwable why = e.getCause() == null ? e : e.getCause();
			if (why instanceof LinkageError missingDecoder) {
				throw missingDecoder;
			}
			sink.failed(running.thing(), why);
			return;
		}
		sink.done(running.thing(), result);
	}

	/** Stops the threads that still work. */
	@Override
	public void close() {
		pool.shutdownNow();
	}
}
