package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.TaskExecutor;

/** Runs a step for each element of a list on an executor and on the calling thread, and gives the results in order. */
final class Parallel {

	/** A step that may read the index. */
	@FunctionalInterface
	interface Step<T, R> {
		R run(T element) throws IOException;
	}

	/** Threads of the executor that an index uses if none was given. */
	private static final int THREADS = Runtime.getRuntime().availableProcessors();

	private static final class Default {
		private static final Executor EXECUTOR = Executors.newFixedThreadPool(THREADS,
				Thread.ofPlatform().daemon().name("haven-index-", 0).factory());
	}

	private Parallel() {
	}

	/** Threads of the index's own, one a processor, started when they are first needed. */
	static Executor defaultExecutor() {
		return task -> Default.EXECUTOR.execute(task);
	}

	static <T, R> List<R> map(Executor executor, List<T> elements, Step<T, R> step) throws IOException {
		List<R> results = new ArrayList<>(Collections.nCopies(elements.size(), null));
		AtomicInteger next = new AtomicInteger();
		Callable<Boolean> task = () -> {
			for (int i = next.getAndIncrement(); i < elements.size(); i = next.getAndIncrement()) {
				results.set(i, step.run(elements.get(i)));
			}
			return true;
		};
		new TaskExecutor(executor).invokeAll(Collections.nCopies(Math.min(THREADS, elements.size()), task));
		return results;
	}
}
