package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.TaskExecutor;

/** Runs a step for each element of a list on an executor and on the calling thread, and gives the results in order. */
public final class Parallel {

	/** A step that may read the index. */
	@FunctionalInterface
	public interface Step<T, R> {
		R run(T element) throws IOException;
	}

	/** Parts into which a list is shared out, at most. */
	private static final int THREADS = Runtime.getRuntime().availableProcessors();

	private Parallel() {
	}

	public static <T, R> List<R> map(Executor executor, List<T> elements, Step<T, R> step) throws IOException {
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
