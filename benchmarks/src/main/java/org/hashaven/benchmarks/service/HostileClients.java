package org.hashaven.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hashaven.benchmarks.search.Percentile;
import org.hashaven.testdata.http.HostileClient;
import org.hashaven.testdata.http.HostileRequests;

/**
 * Clients that want a running service to fail. Ends with an error where an answer is not safe, or the service does not answer afterwards.
 *
 * <pre>
 * HostileClients requests URL ROUNDS SEED      ROUNDS fuzzed requests to every route of the site map
 * HostileClients idle URL COUNT SECONDS        COUNT connections that send nothing, while lookups go on
 * HostileClients slow URL COUNT SECONDS        COUNT connections that send a byte a second, likewise
 * </pre>
 */
public final class HostileClients {

	private static final int CONNECTIONS = 8;
	private static final int CONNECT_TIMEOUT_MS = 2_000;
	private static final int MAX_SHOWN = 20;
	private static final int SOURCES = 4;
	private static final int LOOKUPS_PER_SECOND = 10;
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=" + "0f".repeat(32);

	private HostileClients() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT);
		URI service = URI.create(args[1]);
		switch (args[0]) {
			case "requests" -> requests(service, Long.parseLong(args[2]), Long.parseLong(args[3]));
			case "idle" -> hold(service, Integer.parseInt(args[2]), Integer.parseInt(args[3]), false);
			case "slow" -> hold(service, Integer.parseInt(args[2]), Integer.parseInt(args[3]), true);
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static InetSocketAddress address(URI service) {
		return new InetSocketAddress(service.getHost(), service.getPort());
	}

	private static void requests(URI service, long rounds, long seed) throws IOException, InterruptedException {
		String siteMap;
		try (Wire wire = new Wire(service)) {
			siteMap = wire.get("/site-map").body();
			wire.post("/c/banks", "application/json", "{\"name\":\"HOSTILE\"}".getBytes(StandardCharsets.UTF_8));
		}
		List<String> paths = HostileClient.paths(siteMap);
		HostileRequests requests = new HostileRequests(paths, seed);
		HostileClient client = new HostileClient(address(service));
		Map<Integer, AtomicLong> byStatus = new ConcurrentSkipListMap<>();
		Queue<String> faults = new ConcurrentLinkedQueue<>();
		AtomicLong next = new AtomicLong();
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (int i = 0; i < CONNECTIONS; i++) {
				threads.execute(() -> {
					for (long number = next.getAndIncrement(); number < rounds; number = next.getAndIncrement()) {
						send(client, requests, number, byStatus, faults);
					}
				});
			}
		}
		System.out.printf("%,d requests to %d paths in %.0f s, answers by status (0: closed without one): %s%n", rounds, paths.size(),
				(System.nanoTime() - start) / 1e9, byStatus);
		faults.stream().limit(MAX_SHOWN).forEach(System.out::println);
		try (Wire wire = new Wire(service)) {
			Wire.Answer status = wire.get("/status");
			require(status.status() == 200, "the service answers " + status.status() + " afterwards");
		}
		require(faults.isEmpty(), faults.size() + " answers are not safe");
	}

	private static void send(HostileClient client, HostileRequests requests, long number, Map<Integer, AtomicLong> byStatus,
			Queue<String> faults) {
		try {
			HostileClient.Outcome outcome = client.send(requests.request(number));
			byStatus.computeIfAbsent(outcome.status(), status -> new AtomicLong()).incrementAndGet();
			outcome.faults().forEach(fault -> faults.add("request " + number + ": " + fault));
		} catch (IOException e) {
			faults.add("request " + number + ": " + e);
		}
	}

	/** Opens connections, looks hashes up on one that was there before and on new ones, and prints what each got. */
	private static void hold(URI service, int count, int seconds, boolean slow) throws IOException, InterruptedException {
		List<Socket> held = new ArrayList<>();
		Map<String, Integer> outcomes = new TreeMap<>();
		try (Wire before = new Wire(service)) {
			before.get(LOOKUP);
			for (int i = 0; i < count; i++) {
				try {
					held.add(open(service, i));
				} catch (IOException e) {
					outcomes.merge("not connected", 1, Integer::sum);
				}
			}
			long start = System.nanoTime();
			FreshLookups fresh = new FreshLookups(service, start, seconds);
			Thread freshThread = Thread.ofPlatform().start(fresh);
			double[] existing = new double[seconds * LOOKUPS_PER_SECOND];
			for (int tick = 0; tick < existing.length; tick++) {
				sleepUntil(start + tick * TimeUnit.SECONDS.toNanos(1) / LOOKUPS_PER_SECOND);
				if (slow && tick % LOOKUPS_PER_SECOND == 0) {
					trickle(held, slowRequest(service), tick / LOOKUPS_PER_SECOND);
				}
				long asked = System.nanoTime();
				require(before.get(LOOKUP).status() == 200, "a lookup on the connection that was there before");
				existing[tick] = (System.nanoTime() - asked) / 1e6;
			}
			freshThread.join();
			for (Socket socket : held) {
				outcomes.merge(state(socket), 1, Integer::sum);
			}
			System.out.printf("%s: %,d connections held for %d s: %s%n", slow ? "slow" : "idle", count, seconds, outcomes);
			System.out.printf("lookups on a connection that was there before: %d, p50 %.1f ms, p99 %.1f, max %.1f%n", existing.length,
					Percentile.of(existing, 50), Percentile.of(existing, 99), Percentile.of(existing, 100));
			fresh.print();
		} finally {
			for (Socket socket : held) {
				socket.close();
			}
		}
		try (Wire wire = new Wire(service)) {
			require(wire.get("/status").status() == 200, "the service does not answer afterwards");
		}
	}

	private static void sleepUntil(long nanos) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
	}

	private static byte[] slowRequest(URI service) {
		return ("POST /v1/match/hashes HTTP/1.1\r\nHost: " + service.getAuthority()
				+ "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n[").getBytes(StandardCharsets.US_ASCII);
	}

	/** A lookup a second, each on a connection of its own. */
	private static final class FreshLookups implements Runnable {
		private final URI service;
		private final long start;
		private final double[] answeredMs;
		private int answered;
		private int unanswered;

		FreshLookups(URI service, long start, int seconds) {
			this.service = service;
			this.start = start;
			answeredMs = new double[seconds];
		}

		@Override
		public void run() {
			try {
				for (int second = 0; second < answeredMs.length; second++) {
					sleepUntil(start + TimeUnit.SECONDS.toNanos(second));
					long asked = System.nanoTime();
					if (answersNewConnection(service)) {
						answeredMs[answered++] = (System.nanoTime() - asked) / 1e6;
					} else {
						unanswered++;
					}
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}

		void print() {
			double[] sorted = Arrays.copyOf(answeredMs, answered);
			System.out.printf("lookups on new connections: %d answered%s, %d not within %d ms%n", answered,
					answered == 0
							? ""
							: String.format(", p50 %.1f ms, max %.1f", Percentile.of(sorted, 50), Percentile.of(sorted, 100)),
					unanswered, CONNECT_TIMEOUT_MS);
		}
	}

	/** From one of several addresses of this computer: one alone does not have enough ports. */
	private static Socket open(URI service, int number) throws IOException {
		Socket socket = new Socket();
		try {
			socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (2 + number % SOURCES)), 0));
			socket.connect(address(service), CONNECT_TIMEOUT_MS);
			return socket;
		} catch (IOException e) {
			socket.close();
			throw e;
		}
	}

	/** Half of them send their headers byte by byte, the others a body. */
	private static void trickle(List<Socket> held, byte[] request, int second) {
		for (int i = 0; i < held.size(); i++) {
			try {
				if (i % 2 == 0) {
					held.get(i).getOutputStream().write(request, second % request.length, 1);
				} else if (second == 0) {
					held.get(i).getOutputStream().write(request);
				} else {
					held.get(i).getOutputStream().write(' ');
				}
			} catch (IOException e) {
				// the service has closed it: it is counted at the end
			}
		}
	}

	private static boolean answersNewConnection(URI service) {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(CONNECT_TIMEOUT_MS);
			socket.connect(address(service), CONNECT_TIMEOUT_MS);
			socket.getOutputStream()
					.write(("GET " + LOOKUP + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nConnection: close\r\n\r\n")
							.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII)
					.equals("HTTP/1.1 200");
		} catch (IOException e) {
			return false;
		}
	}

	private static String state(Socket socket) throws IOException {
		socket.setSoTimeout(1);
		try {
			InputStream in = socket.getInputStream();
			int first = in.read();
			return first < 0 ? "closed by the service" : "answered, then closed";
		} catch (java.net.SocketTimeoutException e) {
			return "open";
		} catch (IOException e) {
			return "closed by the service";
		}
	}

	private static void require(boolean holds, String what) {
		if (!holds) {
			throw new AssertionError(what);
		}
	}
}
