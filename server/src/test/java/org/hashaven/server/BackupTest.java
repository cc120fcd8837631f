package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a service that works, restored by serving them. */
class BackupTest {

	private static final int CLIENTS = 4;
	private static final int BACKUPS = 3;
	private static final long SEED = Long.getLong("haven.backup.seed", new Random().nextLong());

	@TempDir
	private Path folder;

	/** Every content that was added, by its number. */
	private final Map<Long, String> added = new ConcurrentHashMap<>();
	/** Those whose withdrawal was acknowledged. */
	private final Set<Long> withdrawn = ConcurrentHashMap.newKeySet();
	/** Those whose withdrawal was begun. */
	private final Set<Long> leaving = ConcurrentHashMap.newKeySet();

	/** What was sure when a backup began: these must match when it is restored, and those must not. */
	private record Sure(Map<Long, String> listed, Set<Long> gone) {
	}

	private Service start(Path index) {
		return Service.start(index, ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withBackups(folder.resolve("backups"))));
	}

	@Test
	void backup_whileClientsAddAndWithdraw_isOneMoment() throws IOException, InterruptedException, ExecutionException {
		Files.createDirectory(folder.resolve("backups"));
		Map<String, Sure> backups = new HashMap<>();
		try (Service service = start(folder.resolve("index"))) {
			service.bank("BANK");
			AtomicBoolean stop = new AtomicBoolean();
			List<Future<?>> work = new ArrayList<>();
			try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int i = 0; i < CLIENTS; i++) {
					Random random = new Random(SEED + i);
					work.add(clients.submit(() -> work(service, random, stop)));
				}
				for (int i = 0; i < BACKUPS; i++) {
					TimeUnit.MILLISECONDS.sleep(500);
					Set<Long> gone = new HashSet<>(withdrawn);
					Map<Long, String> listed = new HashMap<>(added);
					Answer answer = service.post("/admin/backup", "{}");
					listed.keySet().removeAll(leaving); // whose withdrawal may have been in time
					assertThat(answer.status()).as(answer.text()).isEqualTo(201);
					backups.put(answer.json().path("backup").asString(), new Sure(listed, gone));
				}
				stop.set(true);
			}
			for (Future<?> each : work) {
				each.get();
			}
		}
		assertThat(withdrawn).as("the test did something, seed " + SEED).isNotEmpty();
		for (Map.Entry<String, Sure> backup : backups.entrySet()) {
			assertThat(backup.getValue().listed).isNotEmpty();
			check(folder.resolve("backups").resolve(backup.getKey()), backup.getValue());
		}
	}

	private void work(Service service, Random random, AtomicBoolean stop) {
		List<Long> mine = new ArrayList<>();
		while (!stop.get()) {
			String hash = Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()).toHex();
			long id = service.add("BANK", hash);
			added.put(id, hash);
			mine.add(id);
			if (random.nextInt(3) == 0) {
				long going = mine.remove(random.nextInt(mine.size()));
				leaving.add(going);
				assertThat(service.delete("/c/bank/BANK/content/" + going).text()).isEqualTo("{\"deleted\":1}");
				withdrawn.add(going);
			}
		}
	}

	private void check(Path backup, Sure sure) throws IOException {
		try (Catalog catalog = Catalog.open(backup)) {
			assertThat(catalog.read(Contents::unsettled)).as("no change was half done, seed " + SEED).isEmpty();
		}
		try (Service restored = start(backup)) {
			sure.listed.forEach((id, hash) -> assertThat(found(restored, hash)).as("listed %d, seed %d", id, SEED).containsExactly(id));
			sure.gone.forEach(
					id -> assertThat(found(restored, String.valueOf(added.get(id)))).as("withdrawn %d, seed %d", id, SEED).isEmpty());
			added.forEach((id, hash) -> {
				boolean inCatalog = restored.get("/c/bank/BANK/content/" + id).status() == 200;
				assertThat(found(restored, hash)).as("catalog and index agree on %d, seed %d", id, SEED)
						.isEqualTo(inCatalog ? List.of(id) : List.of());
			});
			assertThat(restored.add("BANK", "0f".repeat(32))).isPositive();
		}
		assertThat(AuditTrail.read(backup).brokenAt()).isZero();
	}

	private static List<Long> found(Service service, String hash) {
		List<Long> ids = new ArrayList<>();
		service.get("/m/raw_lookup?signal_type=pdq&signal=" + hash).json().path("matches").forEach(id -> ids.add(id.asLong()));
		return ids;
	}

	@Test
	void backup_isItsOwnersAlone_andHoldsNothingDeleted() throws IOException {
		Path index = folder.resolve("index");
		Path backup = folder.resolve("backup");
		try (Service service = start(index)) {
			service.bank("BANK");
			service.add("BANK", AllPaths.HASH);
			service.put("/c/bank/BANK/content/1", "{\"note\":\"a secret note\"}");
			service.delete("/c/bank/BANK/content/1");
			assertThatThrownBy(() -> HavenServer.backUp(index, backup)).as("the service has it open").isInstanceOf(IOException.class);
		}
		HavenServer.backUp(index, backup);
		assertThatThrownBy(() -> HavenServer.backUp(index, backup)).isInstanceOf(FileAlreadyExistsException.class);
		try (Stream<Path> files = Files.walk(backup)) {
			for (Path file : files.toList()) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).endsWith("------");
				if (Files.isRegularFile(file)) {
					assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
							.doesNotContain("a secret note");
				}
			}
		}
		try (Service restored = start(backup)) {
			assertThat(restored.get("/c/banks").text()).contains("BANK");
		}
	}

	@Test
	void backup_thatCannotBeMade_leavesNothing() throws IOException {
		Path index = folder.resolve("index");
		try (Service service = Service.start(index)) {
			assertThat(service.post("/admin/backup", "{}").status()).as("no folder is set").isEqualTo(409);
		}
		Files.writeString(folder.resolve("backups"), "a file where a folder should be");
		try (Service service = start(index)) {
			assertThat(service.post("/admin/backup", "{}").status()).isEqualTo(503);
			service.bank("STILL_WORKS");
		}
		assertThat(folder.resolve("backups")).isRegularFile();
	}

	@Test
	void backup_needsAdmin() throws IOException {
		Path index = folder.resolve("index");
		Service.start(index).close();
		String key;
		try (KeyRing keys = KeyRing.open(index)) {
			key = keys.create("all but admin", Set.of(Role.HASH, Role.MATCH, Role.CURATE, Role.MONITOR), null, null).orElseThrow();
		}
		try (Service service = start(index)) {
			assertThat(service.with("Authorization", "Bearer " + key).post("/admin/backup", "{}").status()).isEqualTo(403);
		}
	}
}
