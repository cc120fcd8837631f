package org.hashaven.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.RecordLoader;

/**
 * Load on a running service by a client on the same machine. Half of the lookups are of hashes near a listed one, at up to 31 bits, and
 * must find it; the other half must find nothing.
 *
 * <pre>
 * ServiceLoad fill DIR RECORDS                    makes the index that is asked; then: haven serve DIR --port 5100
 * ServiceLoad lookups URL RECORDS RATE SECONDS    GET /m/lookup of one hash, RATE a second
 * ServiceLoad batches URL RECORDS SIZE SECONDS    POST /v1/match/hashes of SIZE hashes, one after the other
 * ServiceLoad uploads URL FOLDER RATE SECONDS     POST /m/lookup of the photos of a folder
 * ServiceLoad changes URL RECORDS RATE SECONDS    lookups, and beside them 1,000 adds and 100 withdrawals a second, each asked for at once
 * </pre>
 */
public final class ServiceLoad {

	private static final int CONNECTIONS = 32;
	/** Those who add wait for the disk, and share its trips. */
	private static final int WRITERS = 128;

	private static final int RADIUS = 31;
	private static final int WARM_UP_RATE = 1_500;
	private static final int ADDS_A_SECOND = 1_000;
	private static final int WITHDRAWALS_A_SECOND = 100;
	private static final String BANK = "BENCHMARK";

	/** Records that lookups find: each gets its number in the service's catalog when it is first found, in the warm-up. */
	private static final long FOUND = 10_000;

	/** Numbers of hashes that are in no index. */
	private static final long STRANGERS = 1L << 40;

	/** Numbers of hashes that are added while lookups go on. */
	private static final long ADDED = 1L << 41;

	private ServiceLoad() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT);
		switch (args[0]) {
			case "fill" -> fill(Path.of(args[1]), Long.parseLong(args[2]));
			case "lookups" -> lookups(URI.create(args[1]), Long.parseLong(args[2]), Double.parseDouble(args[3]), Integer.parseInt(args[4]));
			case "batches" -> batches(URI.create(args[1]), Long.parseLong(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
			case "uploads" -> uploads(URI.create(args[1]), Path.of(args[2]), Double.parseDouble(args[3]), Integer.parseInt(args[4]));
			case "changes" -> changes(URI.create(args[1]), Long.parseLong(args[2]), Double.parseDouble(args[3]), Integer.parseInt(args[4]));
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static void fill(Path folder, long records) throws IOException {
		try (HashIndex index = HashIndex.create(folder); RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> {
		})) {
			for (long number = 0; number < records; number++) {
				loader.add(new HashRecord(null, Planted.hash(number), 100, MediaKind.PHOTO, null, null));
			}
			loader.commit();
		}
	}

	private static void lookups(URI service, long records, double rate, int seconds) throws IOException, InterruptedException {
		OpenLoop loop = new OpenLoop(service, CONNECTIONS);
		loop.run("warm-up", WARM_UP_RATE, (int) (3 * FOUND / WARM_UP_RATE), (wire, number) -> lookUp(wire, records, number));
		loop.run("lookups", rate, seconds, (wire, number) -> lookUp(wire, records, number));
	}

	static void lookUp(Wire wire, long records, long number) throws IOException {
		SplittableRandom random = new SplittableRandom(number);
		boolean listed = (number & 1) == 0;
		long row = listed ? number / 2 % FOUND * (records / FOUND) : STRANGERS + number;
		String hex = (listed ? Planted.near(row, random.nextInt(RADIUS + 1), random) : Planted.hash(row)).toHex();
		Wire.Answer answer = wire.get("/m/lookup?signal_type=pdq&signal=" + hex);
		require(answer.status() == 200, "status " + answer.status());
		require(answer.body().contains("bank_content_id") == listed, listed ? "a listed hash was not found" : "a stranger was found");
	}

	private static void batches(URI service, long records, int size, int seconds) throws IOException {
		long hashes = 0;
		SplittableRandom random = new SplittableRandom(size);
		try (Wire wire = new Wire(service)) {
			long start = System.nanoTime();
			while (System.nanoTime() - start < seconds * 1_000_000_000L) {
				StringBuilder body = new StringBuilder();
				for (int i = 0; i < size; i++) {
					boolean listed = (i & 1) == 0;
					String hex = (listed
							? Planted.near(random.nextLong(FOUND) * (records / FOUND), random.nextInt(RADIUS + 1), random)
							: Planted.hash(STRANGERS + random.nextLong(STRANGERS))).toHex();
					body.append("{\"hash\":\"").append(hex).append("\"}\n");
				}
				Wire.Answer answer = wire.post("/v1/match/hashes", "application/x-ndjson",
						body.toString().getBytes(StandardCharsets.UTF_8));
				require(answer.status() == 200, "status " + answer.status());
				List<String> lines = answer.body().lines().toList();
				require(lines.size() == size, lines.size() + " answers");
				for (int i = 0; i < size; i++) {
					require(lines.get(i).contains("\"block\"") == ((i & 1) == 0), "answer " + i + " is wrong");
				}
				hashes += size;
			}
			System.out.printf("batches of %,d: %,.0f hashes/s%n", size, hashes * 1e9 / (System.nanoTime() - start));
		}
	}

	private static void uploads(URI service, Path folder, double rate, int seconds) throws IOException, InterruptedException {
		List<byte[]> bodies = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.sorted().toList()) {
				bodies.add(form(Files.readAllBytes(file)));
			}
		}
		new OpenLoop(service, CONNECTIONS).run("uploads", rate, seconds, (wire, number) -> {
			byte[] body = bodies.get((int) (number % bodies.size()));
			Wire.Answer answer = wire.post("/m/lookup", "multipart/form-data; boundary=x", body);
			require(answer.status() == 200, "status " + answer.status());
		});
	}

	/** A photo as the form that HMA's clients send. */
	static byte[] form(byte[] photo) {
		byte[] head = "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
		byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
		byte[] body = new byte[head.length + photo.length + tail.length];
		System.arraycopy(head, 0, body, 0, head.length);
		System.arraycopy(photo, 0, body, head.length, photo.length);
		System.arraycopy(tail, 0, body, head.length + photo.length, tail.length);
		return body;
	}

	private static void changes(URI service, long records, double rate, int seconds) throws IOException, InterruptedException {
		makeBank(service);
		long first = ADDED + System.nanoTime();
		Thread[] beside = {
				new Thread(() -> quietly(service, ADDS_A_SECOND, "adds", seconds, (wire, number) -> add(wire, first + number, false))),
				new Thread(() -> quietly(service, WITHDRAWALS_A_SECOND, "adds and withdrawals", seconds,
						(wire, number) -> add(wire, -first - number, true)))};
		for (Thread thread : beside) {
			thread.start();
		}
		new OpenLoop(service, CONNECTIONS).run("lookups", rate, seconds, (wire, number) -> lookUp(wire, records, number));
		for (Thread thread : beside) {
			thread.join();
		}
	}

	/** Makes the bank of what is added, unless an earlier run has. */
	static void makeBank(URI service) throws IOException {
		try (Wire wire = new Wire(service)) {
			int status = wire.post("/c/banks", "application/json", ("{\"name\":\"" + BANK + "\"}").getBytes(StandardCharsets.US_ASCII))
					.status();
			require(status == 201 || status == 403, "status " + status);
		}
	}

	private static void quietly(URI service, int rate, String what, int seconds, OpenLoop.Request request) {
		try {
			new OpenLoop(service, WRITERS).run(what, rate, seconds, request);
		} catch (IOException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Adds a hash, which the next lookup must find; withdraws it, and then the next must not. */
	static void add(Wire wire, long number, boolean thenWithdraw) throws IOException {
		String hex = Planted.hash(number).toHex();
		Wire.Answer added = wire.post("/c/bank/" + BANK + "/signal", "application/json",
				("{\"pdq\":\"" + hex + "\"}").getBytes(StandardCharsets.US_ASCII));
		require(added.status() == 200, "status " + added.status());
		String found = wire.get("/m/lookup?signal_type=pdq&signal=" + hex).body();
		require(found.contains(BANK), "an acknowledged hash was not found");
		if (thenWithdraw) {
			String id = added.body().replaceFirst(".*\"id\"\\s*:\\s*(\\d+).*", "$1");
			require(wire.delete("/c/bank/" + BANK + "/content/" + id).status() == 200, "not withdrawn");
			String after = wire.get("/m/lookup?signal_type=pdq&signal=" + hex).body();
			require(!after.contains(BANK), "a withdrawn hash was found");
		}
	}

	private static void require(boolean right, String what) {
		if (!right) {
			throw new AssertionError(what);
		}
	}
}
