package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashaven.server.V1MatchTest.HASH;
import static org.hashaven.server.V1MatchTest.add;
import static org.hashaven.server.V1MatchTest.put;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashaven.hash.Hash256;
import org.hashaven.server.replica.ReplicaSource;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two real services, one of which follows the other over HTTP. */
class ReplicaTest {

	private static final long PATIENCE_SECONDS = 30;
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=";

	@TempDir
	private Path folder;

	private Service replica(Service primary) {
		return replica(primary, "");
	}

	private Service replica(Service primary, String key) {
		ReplicaSource source = new ReplicaSource(URI.create("http://127.0.0.1:" + primary.port()), key);
		return Service.start(folder.resolve("replica"),
				ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withFollow(source)));
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			try {
				Thread.sleep(20);
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		}
		assertThat(condition.getAsBoolean()).isTrue();
	}

	/** Waits until the replica has what was changed before; a marker that is added last tells. */
	private static void inStep(Service primary, Service replica, int marker) {
		String hex = random(new Random(-marker));
		put(primary, "MARKER", "{}");
		add(primary, "MARKER", "marker-" + marker, hex);
		await(() -> replica.get(LOOKUP + hex).text().contains("MARKER"));
	}

	private static String random(Random random) {
		return Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()).toHex();
	}

	private static String shown(Service service) {
		StringBuilder all = new StringBuilder(service.get("/v1/banks").text());
		for (JsonNode bank : service.get("/v1/banks").json().get("banks")) {
			String name = bank.get("name").asString();
			JsonNode page = service.get("/v1/banks/" + name + "/records?limit=1000").json();
			all.append(page);
			for (JsonNode record : page.get("records")) {
				if (!record.get("id").isNull()) {
					all.append(service.get("/v1/banks/" + name + "/records/" + record.get("id").asString() + "?include_hash=true").text());
				}
				all.append(service.get("/c/bank/" + name + "/content/" + record.get("content_id").asLong()).text());
			}
		}
		return all.toString();
	}

	@Test
	void everything_isTakenOver_withItsNumbers_andForgotten() throws IOException {
		try (Service primary = Service.start(folder.resolve("primary"))) {
			put(primary, "A", "{\"radius\":20,\"quality_floor\":40}");
			put(primary, "GOING", "{}");
			add(primary, "GOING", "g", "0a".repeat(32));
			add(primary, "A", "own-1", HASH);
			primary.upload("/c/bank/A/content", "photo", Pictures.photo(1));
			primary.upload("/c/bank/A/content", "video", Pictures.video());
			primary.post("/c/bank/A/signal", "{\"video_md5\":\"" + AllPaths.MD5 + "\"}");
			primary.put("/c/bank/A/content/2", "{\"disable_until_ts\":0,\"note\":\"of\"}");
			try (Service replica = replica(primary)) {
				inStep(primary, replica, 1);
				assertThat(shown(replica)).isEqualTo(shown(primary)).contains("own-1", HASH);
				assertThat(replica.get("/status").status()).isEqualTo(200);
				assertThat(replica.upload("/m/lookup", "photo", Pictures.photo(1)).text())
						.isEqualTo(primary.upload("/m/lookup", "photo", Pictures.photo(1)).text());
				assertThat(replica.get("/metrics").text()).contains("haven_replica_behind_seconds");
				primary.delete("/v1/banks/A/records/own-1");
				primary.delete("/c/bank/GOING");
				put(primary, "GOING", "{\"test_mode\":true}");
				put(primary, "OTHER", "{}");
				add(primary, "GOING", "g2", "0b".repeat(32));
				primary.put("/c/bank/A", "{\"name\":\"B\"}");
				primary.put("/c/bank/OTHER", "{\"name\":\"A\",\"enabled_ratio\":0.5}");
				inStep(primary, replica, 2);
				assertThat(shown(replica)).isEqualTo(shown(primary)).doesNotContain("own-1", "\"g\"");
				assertThat(replica.get(LOOKUP + HASH).text()).isEqualTo("{}");
				assertThat(replica.get(LOOKUP + "0a".repeat(32)).text()).isEqualTo("{}");
			}
		}
	}

	@Test
	void changes_areRefused_andLookupsGoOnWhileThePrimaryIsAway() {
		Service primary = Service.start(folder.resolve("primary"));
		put(primary, "A", "{}");
		add(primary, "A", "own-1", HASH);
		try (Service replica = replica(primary)) {
			inStep(primary, replica, 1);
			for (String path : List.of("/c/banks", "/c/bank/A/content", "/c/bank/A/signal", "/v1/banks/A/records", "/v1/withdraw",
					"/v1/decisions")) {
				assertThat(replica.post(path, "{}").status()).as(path).isEqualTo(409);
			}
			assertThat(replica.delete("/c/bank/A").message()).isEqualTo("this service is a replica: ask its primary");
			assertThat(replica.put("/v1/banks/A", "{}").status()).isEqualTo(409);
			assertThat(replica.delete("/v1/banks/A/records/own-1").status()).isEqualTo(409);
			primary.close();
			assertThat(replica.get(LOOKUP + HASH).text()).contains("\"A\"");
			assertThat(replica.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\"}").json().get("decision").asString())
					.isEqualTo("block");
			assertThat(replica.get("/status").status()).as("it has a whole list").isEqualTo(200);
		}
	}

	/** Ends a replica again and again while the primary changes: in the end both are the same. */
	@Test
	void restartsWhileThePrimaryChanges_loseAndKeepNothing() {
		Random random = new Random(3);
		List<String> there = new ArrayList<>();
		try (Service primary = Service.start(folder.resolve("primary"))) {
			put(primary, "A", "{}");
			for (int round = 0; round < 4; round++) {
				try (Service replica = replica(primary)) {
					assertThat(replica.get("/status/live").status()).isEqualTo(200);
					for (int i = 0; i < 60; i++) {
						String id = "r" + round + "-" + i;
						add(primary, "A", id, random(random));
						there.add(id);
						if (random.nextInt(3) == 0) {
							primary.delete("/v1/banks/A/records/" + there.remove(random.nextInt(there.size())));
						}
					}
				}
			}
			try (Service replica = replica(primary)) {
				inStep(primary, replica, 9);
				assertThat(shown(replica)).isEqualTo(shown(primary));
				assertThat(replica.get("/v1/banks/A/records?limit=1000").json().get("records")).hasSize(there.size());
			}
		}
	}

	/** An index that was made beforehand has a bank of its own, under a number that the primary gave to another. */
	@Test
	void emptyIndex_isABeginning_andOneWithRecordsIsLeftAlone() {
		Path own = folder.resolve("replica");
		Service.start(own).close();
		Service.start(own).close();
		try (Service primary = Service.start(folder.resolve("primary"))) {
			put(primary, "A", "{}");
			put(primary, "B", "{}");
			add(primary, "B", "own-1", HASH);
			try (Service replica = replica(primary)) {
				inStep(primary, replica, 1);
				assertThat(shown(replica)).isEqualTo(shown(primary));
			}
		}
		try (Service alone = Service.start(own)) {
			add(alone, "B", "alone-1", "0d".repeat(32));
		}
		try (Service other = Service.start(folder.resolve("other"))) {
			put(other, "C", "{}");
			add(other, "C", "own-2", "0e".repeat(32));
			try (Service replica = replica(other)) {
				String before = shown(replica);
				assertThat(before).contains("alone-1");
				assertThat(replica.get("/status").status()).isEqualTo(503);
				assertThat(replica.get(LOOKUP + HASH).status()).as("this is not the list that was asked for").isEqualTo(503);
				assertThat(shown(replica)).isEqualTo(before);
			}
		}
	}

	/** More than one page has. */
	@Test
	void manyRecords_areTakenOverPageByPage() {
		Random random = new Random(8);
		try (Service primary = Service.start(folder.resolve("primary"))) {
			put(primary, "A", "{}");
			StringBuilder batch = new StringBuilder("[{\"id\":\"first\",\"hash\":\"").append(random(random)).append("\"}");
			for (int i = 0; i < 2_500; i++) {
				batch.append(",{\"id\":\"r").append(i).append("\",\"hash\":\"").append(random(random)).append("\",\"quality\":90}");
			}
			assertThat(primary.post("/v1/banks/A/records", batch.append(']').toString()).status()).isEqualTo(200);
			primary.delete("/v1/banks/A/records/r7");
			try (Service replica = replica(primary)) {
				assertThat(primary.get("/v1/replica").json().get("more").asBoolean()).isTrue();
				inStep(primary, replica, 1);
				int count = 0;
				for (JsonNode cursor = primary.get("/v1/banks/A/records").json().get("next"); !cursor.isNull();) {
					JsonNode page = primary.get("/v1/banks/A/records?cursor=" + cursor.asLong()).json();
					assertThat(replica.get("/v1/banks/A/records?cursor=" + cursor.asLong()).json()).isEqualTo(page);
					count += page.get("records").size();
					cursor = page.get("next");
				}
				assertThat(count).as("behind the first thousand").isEqualTo(1_500);
			}
		}
	}

	/** A replica that begins with a backup does not ask for what is in it; another service's list is never mixed in. */
	@Test
	void backupOfThePrimary_isABeginning_andAnotherPrimaryIsRefused() throws IOException {
		Path primaryFolder = folder.resolve("primary");
		try (Service primary = Service.start(primaryFolder)) {
			put(primary, "A", "{}");
			add(primary, "A", "own-1", HASH);
		}
		HavenServer.backUp(primaryFolder, folder.resolve("replica"));
		try (Service primary = Service.start(primaryFolder)) {
			primary.delete("/v1/banks/A/records/own-1");
			try (Service replica = replica(primary)) {
				inStep(primary, replica, 1);
				assertThat(shown(replica)).isEqualTo(shown(primary)).doesNotContain("own-1");
			}
		}
		try (Service other = Service.start(folder.resolve("other"))) {
			try (Service replica = replica(other)) {
				put(other, "FOREIGN", "{}");
				add(other, "FOREIGN", "f", "0c".repeat(32));
				assertThat(other.get("/v1/replica?since=3&at=7").status()).isEqualTo(409);
				assertThat(replica.get("/v1/banks").text()).contains("MARKER").doesNotContain("FOREIGN");
			}
		}
	}

	@Test
	void page_needsAKeyOfItsOwnRole() throws IOException {
		Path primaryFolder = folder.resolve("primary");
		String replicate;
		String curate;
		Service.start(primaryFolder).close();
		try (KeyRing keys = KeyRing.open(primaryFolder)) {
			replicate = keys.create("replica", Set.of(Role.REPLICATE), null, null).orElseThrow();
			curate = keys.create("curator", Set.of(Role.CURATE), null, null).orElseThrow();
		}
		try (Service primary = Service.start(primaryFolder)) {
			assertThat(primary.get("/v1/replica").status()).isEqualTo(401);
			Service curator = primary.with("Authorization", "Bearer " + curate);
			assertThat(curator.get("/v1/replica").status()).isEqualTo(403);
			put(curator, "A", "{}");
			add(curator, "A", "own-1", HASH);
			assertThat(primary.with("Authorization", "Bearer " + replicate).get("/v1/banks").status()).isEqualTo(403);
			try (Service replica = replica(primary, replicate)) {
				await(() -> replica.get(LOOKUP + HASH).text().contains("\"A\""));
			}
		}
	}
}
