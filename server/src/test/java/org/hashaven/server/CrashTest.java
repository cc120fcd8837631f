package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hashaven.hash.Hash256;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A service that is killed while many clients add and withdraw: after the restart every acknowledged add matches, no acknowledged
 * withdrawal does, and catalog and index agree. {@code -Dhaven.crash.rounds=100} for longer.
 */
class CrashTest {

	private static final int ROUNDS = Integer.getInteger("haven.crash.rounds", 3);
	private static final int CLIENTS = 8;
	private static final long SEED = Long.getLong("haven.crash.seed", new Random().nextLong());

	@TempDir
	private Path folder;

	/** Acknowledged and not withdrawn since. */
	private final Map<Long, String> listed = new ConcurrentHashMap<>();
	/** Withdrawn and acknowledged. */
	private final Map<Long, String> withdrawn = new ConcurrentHashMap<>();
	/** From the start of the process to the answer that it is in service. */
	private final List<Long> backAfterMs = new ArrayList<>();
	/** Asked to be withdrawn, without an answer: either is right. */
	private final Set<Long> open = ConcurrentHashMap.newKeySet();

	private static String hash(Random random) {
		return Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()).toHex();
	}

	private Process start(Path index, String... further) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), ServiceProgram.class.getName(),
				index.toString()));
		command.addAll(List.of(further));
		return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
	}

	private static int port(Process process) throws IOException {
		BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
		return Integer.parseInt(String.valueOf(out.readLine()));
	}

	@Test
	void kill_whileClientsAddAndWithdraw_losesNothingAcknowledged() throws IOException, InterruptedException {
		Path index = folder.resolve("index");
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			long killed = System.nanoTime();
			Process process = start(index);
			try (Service service = Service.at(port(process))) {
				assertThat(service.get("/status").status()).isEqualTo(200);
				backAfterMs.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
				if (round == 0) {
					service.bank("BANK");
				}
				check(service, "round " + round + ", seed " + SEED);
				load(service, process, 2_000 + random.nextInt(1_000), random.nextLong());
			} finally {
				process.destroyForcibly().waitFor();
			}
		}
		Process process = start(index);
		try (Service service = Service.at(port(process))) {
			check(service, "at the end, seed " + SEED);
		} finally {
			process.destroyForcibly().waitFor();
		}
		backAfterMs.sort(null);
		System.out.printf("%d rounds, %,d listed, %,d withdrawn; in service after: median %,d ms, slowest %,d ms%n", ROUNDS, listed.size(),
				withdrawn.size(), backAfterMs.get(ROUNDS / 2), backAfterMs.getLast());
		assertThat(listed).as("the test did something").hasSizeGreaterThan(ROUNDS);
		assertThat(withdrawn).isNotEmpty();
		try (Catalog catalog = Catalog.open(index)) {
			assertThat(catalog.read(AuditLog::isIntact)).isTrue();
			assertThat(catalog.read(Contents::unsettled)).as("settled at the start").isEmpty();
		}
	}

	/** A replica that is killed again and again while its primary changes has in the end what the primary has. */
	@Test
	void kill_ofAReplica_losesAndKeepsNothing() throws IOException, InterruptedException {
		Random random = new Random(SEED);
		try (Service primary = Service.start(folder.resolve("primary"))) {
			primary.bank("BANK");
			String address = "http://127.0.0.1:" + primary.port();
			Path folderOfReplica = folder.resolve("replica");
			for (int round = 0; round < ROUNDS; round++) {
				Process process = start(folderOfReplica, "0", address);
				port(process);
				long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500 + random.nextInt(1_000));
				List<Long> mine = new ArrayList<>(listed.keySet());
				while (System.nanoTime() < end) {
					String hash = hash(random);
					long id = primary.add("BANK", hash);
					listed.put(id, hash);
					mine.add(id);
					if (random.nextInt(3) == 0) {
						withdraw(primary, mine.remove(random.nextInt(mine.size())));
					}
				}
				process.destroyForcibly().waitFor();
			}
			Process process = start(folderOfReplica, "0", address);
			try (Service replica = Service.at(port(process))) {
				String last = hash(random);
				listed.put(primary.add("BANK", last), last);
				for (int i = 0; i < 300 && replica.get("/m/lookup?signal_type=pdq&signal=" + last).text().equals("{}"); i++) {
					TimeUnit.MILLISECONDS.sleep(100);
				}
				check(replica, "replica, seed " + SEED);
			} finally {
				process.destroyForcibly().waitFor();
			}
			try (Catalog catalog = Catalog.open(folderOfReplica)) {
				assertThat(catalog.read(Contents::unsettled)).isEmpty();
			}
		}
	}

	/** Adds and withdraws with several clients until the process is killed. */
	private void load(Service service, Process process, int killAfterMs, long seed) throws InterruptedException {
		List<Future<?>> work = new ArrayList<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < CLIENTS; i++) {
				Random random = new Random(seed + i);
				work.add(clients.submit(() -> work(service, random)));
			}
			TimeUnit.MILLISECONDS.sleep(killAfterMs);
			process.destroyForcibly().waitFor();
		}
		assertThat(work).allSatisfy(each -> assertThat(each).succeedsWithin(Duration.ZERO));
	}

	private void work(Service service, Random random) {
		List<Long> mine = new ArrayList<>();
		try {
			while (true) {
				String hash = hash(random);
				long id = service.add("BANK", hash);
				listed.put(id, hash);
				mine.add(id);
				if (random.nextInt(3) == 0) {
					withdraw(service, mine.remove(random.nextInt(mine.size())));
				}
			}
		} catch (UncheckedIOException e) {
			// killed
		}
	}

	private void withdraw(Service service, long id) {
		String hash = String.valueOf(listed.remove(id));
		open.add(id);
		Answer answer = service.delete("/c/bank/BANK/content/" + id);
		assertThat(answer.text()).isEqualTo("{\"deleted\":1}");
		open.remove(id);
		withdrawn.put(id, hash);
	}

	private void check(Service service, String when) {
		Map<Long, String> wanted = new HashMap<>(listed);
		wanted.forEach((id, hash) -> {
			JsonNode found = service.get("/m/lookup?signal_type=pdq&signal=" + hash).json();
			assertThat(found.path("BANK").path(0).path("bank_content_id").asLong()).as("%s: content %d", when, id).isEqualTo(id);
		});
		withdrawn.forEach((id, hash) -> assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + hash).text())
				.as("%s: withdrawn content %d", when, id).isEqualTo("{\"matches\":[]}"));
	}
}
