package org.hashaven.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hashaven.benchmarks.search.Percentile;

/**
 * A running service under everything at once, by a client on the same machine; the answers are held to what is right.
 *
 * <pre>
 * ServiceSoak memory URL PID RECORDS FOLDER SECONDS     lookups, batches that are remembered, uploads of the photos of a folder, adds and
 *                                                       withdrawals: memory, threads and files may not grow
 * ServiceSoak workers URL PID RECORDS FOLDER SECONDS    lookups and uploads, while a worker process is killed every second
 * </pre>
 *
 * PID is the service's; the index is that of {@code ServiceLoad fill}.
 */
public final class ServiceSoak {

	private static final int CONNECTIONS = 8;
	private static final double LOOKUPS_A_SECOND = 200;
	private static final double UPLOADS_A_SECOND = 3;
	private static final double CHANGES_A_SECOND = 10;
	private static final int SIXTHS = 6;
	private static final double ALLOWED_GROWTH = 1.05;
	/** Connections of clients that come and go, and of the decoders. */
	private static final int ALLOWED_FILES = 16;
	private static final int OK = 200;
	private static final int SERVER_ERROR = 500;

	private ServiceSoak() {
	}

	/**
	 * What a process uses: memory of its own, pages of its index's files, which the system may take back, memory of its workers, threads,
	 * files.
	 */
	private record Sample(double ownKb, double mappedKb, double workersKb, double threads, double files) {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT);
		URI service = URI.create(args[1]);
		ProcessHandle process = ProcessHandle.of(Long.parseLong(args[2])).orElseThrow();
		long records = Long.parseLong(args[3]);
		List<byte[]> photos = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of(args[4]))) {
			for (Path file : files.sorted().toList()) {
				photos.add(ServiceLoad.form(Files.readAllBytes(file)));
			}
		}
		int seconds = Integer.parseInt(args[5]);
		switch (args[0]) {
			case "memory" -> memory(service, process, records, photos, seconds);
			case "workers" -> workers(service, process, records, photos, seconds);
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static void memory(URI service, ProcessHandle process, long records, List<byte[]> photos, int seconds)
			throws IOException, InterruptedException {
		ServiceLoad.makeBank(service);
		long first = System.nanoTime();
		List<Thread> load = List.of(
				start(service, LOOKUPS_A_SECOND, "lookups", seconds, (wire, number) -> ServiceLoad.lookUp(wire, records, number)),
				start(service, UPLOADS_A_SECOND, "uploads", seconds,
						(wire, number) -> require(upload(wire, photos, number) == OK, "an upload was not judged")),
				start(service, 1, "batches of 100 that are remembered", seconds, ServiceSoak::batch),
				start(service, CHANGES_A_SECOND, "adds and withdrawals", seconds,
						(wire, number) -> ServiceLoad.add(wire, first + number, true)));
		List<Sample> samples = new ArrayList<>();
		for (int second = 0; second < seconds; second++) {
			TimeUnit.SECONDS.sleep(1);
			samples.add(sample(process));
		}
		for (Thread each : load) {
			each.join();
		}
		double[] own = sixths(samples, Sample::ownKb);
		double[] mapped = sixths(samples, Sample::mappedKb);
		double[] workers = sixths(samples, Sample::workersKb);
		double[] threads = sixths(samples, Sample::threads);
		double[] files = sixths(samples, Sample::files);
		System.out.printf("medians of each sixth of %,d s: own memory kB %s, mapped files kB %s, of its workers %s, threads %s, files %s%n",
				seconds, Arrays.toString(own), Arrays.toString(mapped), Arrays.toString(workers), Arrays.toString(threads),
				Arrays.toString(files));
		System.out.printf("own memory, last sixth against second: %.3f%n", own[SIXTHS - 1] / own[1]);
		require(own[SIXTHS - 1] <= own[1] * ALLOWED_GROWTH, "memory grows");
		require(workers[SIXTHS - 1] <= workers[1] * ALLOWED_GROWTH, "memory of the workers grows");
		require(threads[SIXTHS - 1] <= threads[1] * ALLOWED_GROWTH, "threads grow");
		require(files[SIXTHS - 1] <= files[1] + ALLOWED_FILES, "files grow");
	}

	private static void workers(URI service, ProcessHandle process, long records, List<byte[]> photos, int seconds)
			throws IOException, InterruptedException {
		Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
		List<Thread> load = List.of(
				start(service, LOOKUPS_A_SECOND, "lookups", seconds, (wire, number) -> ServiceLoad.lookUp(wire, records, number)),
				start(service, 4 * UPLOADS_A_SECOND, "uploads", seconds, (wire, number) -> statuses
						.computeIfAbsent(upload(wire, photos, number), status -> new AtomicLong()).incrementAndGet()));
		long killed = 0;
		for (int second = 0; second < seconds; second++) {
			TimeUnit.SECONDS.sleep(1);
			List<ProcessHandle> running = process.children().toList();
			if (!running.isEmpty() && running.get(second % running.size()).destroyForcibly()) {
				killed++;
			}
		}
		for (Thread each : load) {
			each.join();
		}
		System.out.printf("%,d workers killed; uploads by status: %s%n", killed, statuses);
		long failed = statuses.entrySet().stream().filter(each -> each.getKey() != OK).mapToLong(each -> each.getValue().get()).sum();
		require(failed <= killed, "more uploads failed than workers were killed");
		require(statuses.keySet().stream().allMatch(status -> status < SERVER_ERROR || status == SERVER_ERROR + 3), "a server error");
	}

	private static Thread start(URI service, double rate, String what, int seconds, OpenLoop.Request request) {
		return Thread.ofPlatform().start(() -> {
			try {
				new OpenLoop(service, CONNECTIONS).run(what, rate, seconds, request);
			} catch (IOException | InterruptedException e) {
				throw new AssertionError(e);
			}
		});
	}

	private static int upload(Wire wire, List<byte[]> photos, long number) throws IOException {
		return wire.post("/m/lookup", "multipart/form-data; boundary=x", photos.get((int) (number % photos.size()))).status();
	}

	private static void batch(Wire wire, long number) throws IOException {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < 100; i++) {
			body.append("{\"hash\":\"").append(Planted.hash(-number * 100 - i - 1).toHex()).append("\",\"ref\":\"post-").append(number)
					.append("\"}\n");
		}
		Wire.Answer answer = wire.post("/v1/match/hashes", "application/x-ndjson", body.toString().getBytes(StandardCharsets.UTF_8));
		require(answer.status() == OK && !answer.body().contains("\"block\""), "a batch of strangers");
	}

	private static Sample sample(ProcessHandle process) throws IOException {
		double workers = 0;
		for (ProcessHandle child : process.children().toList()) {
			workers += status(child.pid(), "RssAnon:");
		}
		long files;
		try (Stream<Path> list = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
			files = list.count();
		}
		return new Sample(status(process.pid(), "RssAnon:"), status(process.pid(), "RssFile:"), workers, status(process.pid(), "Threads:"),
				files);
	}

	/** A line of what the kernel says of a process; 0 for one that is gone. */
	private static double status(long pid, String name) throws IOException {
		Path file = Path.of("/proc/" + pid + "/status");
		if (!Files.exists(file)) {
			return 0;
		}
		return Files.readAllLines(file).stream().filter(line -> line.startsWith(name))
				.mapToDouble(line -> Double.parseDouble(line.substring(name.length()).strip().split(" ", 2)[0])).sum();
	}

	private static double[] sixths(List<Sample> samples, ToDoubleFunction<Sample> of) {
		double[] medians = new double[SIXTHS];
		for (int i = 0; i < SIXTHS; i++) {
			medians[i] = Percentile.of(samples.subList(i * samples.size() / SIXTHS, (i + 1) * samples.size() / SIXTHS).stream()
					.mapToDouble(of).toArray(), 50);
		}
		return medians;
	}

	private static void require(boolean right, String what) {
		if (!right) {
			throw new AssertionError(what);
		}
	}
}
