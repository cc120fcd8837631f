package org.hashaven.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.hashaven.benchmarks.search.Percentile;

/**
 * Requests at a fixed rate from many connections: request <i>i</i> is due at <i>i</i>/rate, and its latency counts from then, so that a
 * service that falls behind is not spared by a client that waits for it.
 */
final class OpenLoop {

	/** Sends one request and holds its answer to what is right. */
	@FunctionalInterface
	interface Request {
		void send(Wire wire, long number) throws IOException;
	}

	private final URI service;
	private final int connections;

	OpenLoop(URI service, int connections) {
		this.service = service;
		this.connections = connections;
	}

	/**
	 * Sends for a while and prints how it went.
	 *
	 * @param rate
	 *            requests a second
	 */
	void run(String what, double rate, int seconds, Request request) throws IOException, InterruptedException {
		AtomicLong next = new AtomicLong();
		long count = (long) (rate * seconds);
		long start = System.nanoTime();
		List<Future<double[]>> parts = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
			for (int i = 0; i < connections; i++) {
				parts.add(threads.submit(() -> connection(next, count, rate, start, request)));
			}
		}
		double took = (System.nanoTime() - start) / 1e9;
		double[] millis = parts.stream().flatMapToDouble(part -> Arrays.stream(get(part))).toArray();
		System.out.printf(
				"%s: %,d answered of %,d at %,.0f/s, in %.1f s (%,.0f/s): p50 %.2f ms, p90 %.2f, p99 %.2f, p99.9 %.2f, max %.1f%n",
				what, millis.length, count, rate, took, millis.length / took, Percentile.of(millis, 50), Percentile.of(millis, 90),
				Percentile.of(millis, 99), Percentile.of(millis, 99.9), Percentile.of(millis, 100));
	}

	private double[] connection(AtomicLong next, long count, double rate, long start, Request request) throws IOException {
		double[] millis = new double[1 << 10];
		int sent = 0;
		try (Wire wire = new Wire(service)) {
			for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
				long due = start + (long) (number / rate * TimeUnit.SECONDS.toNanos(1));
				for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
					LockSupport.parkNanos(left);
				}
				request.send(wire, number);
				if (sent == millis.length) {
					millis = Arrays.copyOf(millis, 2 * sent);
				}
				millis[sent++] = (System.nanoTime() - due) / 1e6;
			}
		}
		return Arrays.copyOf(millis, sent);
	}

	private static double[] get(Future<double[]> part) {
		try {
			return part.get();
		} catch (ExecutionException e) {
			throw new AssertionError(e.getCause());
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
