package org.hashaven.server.retro;

import java.util.Map;
import java.util.TreeMap;

/** Counts uploads that have begun, in generations, so that one can wait for those before a moment and not for those after. Thread-safe. */
final class InFlight {

	private final TreeMap<Long, Long> open = new TreeMap<>();
	private long generation;

	/** Begins one and returns its generation. */
	synchronized long begin() {
		open.merge(generation, 1L, Long::sum);
		return generation;
	}

	synchronized void end(long began) {
		if (open.merge(began, -1L, Long::sum) == 0) {
			open.remove(began);
			notifyAll();
		}
	}

	/** Returns when all have ended that have begun by now. */
	synchronized void awaitEarlier() throws InterruptedException {
		long last = generation++;
		for (Map.Entry<Long, Long> first = open.firstEntry(); first != null && first.getKey() <= last; first = open.firstEntry()) {
			wait();
		}
	}
}
