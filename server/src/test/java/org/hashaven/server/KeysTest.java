package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hashaven.server.ServerException.Reason;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and what is noted of it. */
class KeysTest {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=" + HASH;

	@TempDir
	private Path folder;

	private Path index;

	@BeforeEach
	void createIndex() {
		index = folder.resolve("index");
		Service.start(index).close();
	}

	private String key(String name, Role... roles) throws IOException {
		try (KeyRing keys = KeyRing.open(index)) {
			return keys.create(name, Set.of(roles), null, null).orElseThrow();
		}
	}

	private static int status(Service service, String key, String path) {
		return service.send(service.request(path).header("Authorization", "Bearer " + key).GET()).status();
	}

	@Test
	void key_opensWhatItsRolesSay() throws IOException {
		String match = key("m", Role.MATCH);
		String curate = key("c", Role.CURATE);
		String admin = key("a", Role.ADMIN);
		try (Service service = Service.start(index)) {
			assertThat(service.get("/status").status()).isEqualTo(200);
			assertThat(service.get("/status/live").status()).isEqualTo(200);
			assertThat(service.get(LOOKUP).status()).isEqualTo(401);
			assertThat(service.get("/c/banks").headers().get("www-authenticate")).containsExactly("Bearer");
			assertThat(status(service, match, LOOKUP)).isEqualTo(200);
			assertThat(status(service, match, "/c/banks")).isEqualTo(403);
			assertThat(status(service, curate, "/c/banks")).isEqualTo(200);
			assertThat(status(service, curate, LOOKUP)).isEqualTo(403);
			assertThat(status(service, admin, LOOKUP)).isEqualTo(200);
			assertThat(status(service, admin, "/c/banks")).isEqualTo(200);
			assertThat(status(service, match + "x", LOOKUP)).isEqualTo(401);
			assertThat(status(service, "", LOOKUP)).isEqualTo(401);
			assertThat(service.upload("/h/hash", "photo", new byte[]{1}).status()).isEqualTo(401);
		}
	}

	@Test
	void key_withALimit_isRefusedBeyondIt_andNoOtherIs() throws IOException {
		String limited;
		try (KeyRing keys = KeyRing.open(index)) {
			limited = keys.create("limited", Set.of(Role.MATCH), null, 1).orElseThrow();
			assertThat(keys.list().getFirst().requestsPerSecond()).isEqualTo(1);
		}
		String other = key("other", Role.MATCH);
		try (Service service = Service.start(index)) {
			Service.Answer refused = service.send(service.request(LOOKUP).header("Authorization", "Bearer " + limited).GET());
			for (int i = 0; i < 20 && refused.status() == 200; i++) { // a slow machine may take more than a second for one
				refused = service.send(service.request(LOOKUP).header("Authorization", "Bearer " + limited).GET());
			}
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.text()).contains("too many requests with this key, try again");
			assertThat(refused.headers().get("retry-after")).containsExactly("1");
			assertThat(status(service, limited, "/c/banks")).as("what it may not do is not counted").isEqualTo(403);
			assertThat(status(service, other, LOOKUP)).isEqualTo(200);
		}
	}

	@Test
	void key_opensOurOwnPaths_asItsRolesSay() throws IOException {
		String match = key("m", Role.MATCH);
		String curate = key("c", Role.CURATE);
		String admin = key("a", Role.ADMIN);
		try (Service service = Service.start(index)) {
			assertThat(service.get("/v1/openapi.json").status()).isEqualTo(200);
			for (String path : new String[]{"/v1/banks", "/v1/changes", "/v1/decisions", "/v1/quarantine"}) {
				assertThat(service.get(path).status()).as(path).isEqualTo(401);
				assertThat(status(service, match, path)).as(path).isEqualTo(403);
				assertThat(status(service, curate, path)).as(path).isEqualTo(200);
			}
			assertThat(status(service, admin, "/v1/quarantine")).isEqualTo(200);
			String hash = "{\"hash\":\"" + HASH + "\"}";
			assertThat(posted(service, match, "/v1/match/hashes", hash)).isEqualTo(200);
			assertThat(posted(service, curate, "/v1/match/hashes", hash)).isEqualTo(403);
			assertThat(posted(service, match, "/v1/withdraw", "{\"ids\":[]}")).isEqualTo(403);
			assertThat(posted(service, curate, "/v1/withdraw", "{\"ids\":[]}")).isEqualTo(200);
			assertThat(posted(service, match, "/v1/quarantine/A/1/release", "{}")).isEqualTo(403);
			assertThat(posted(service, match, "/v1/quarantine/release", "{\"bank\":\"A\",\"id\":\"1\"}")).isEqualTo(403);
			assertThat(posted(service, curate, "/v1/quarantine/release", "{\"bank\":\"A\",\"id\":\"1\"}")).isEqualTo(404);
			assertThat(posted(service, admin, "/v1/quarantine/A/1/release", "{}")).as("no such bank").isEqualTo(404);
			assertThat(posted(service, curate, "/v1/decisions", "{}")).isEqualTo(403);
			assertThat(posted(service, match, "/v1/decisions", "{}")).as("nothing reported").isEqualTo(400);
		}
	}

	private static int posted(Service service, String key, String path, String json) {
		return service.send(service.request(path).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
				.POST(java.net.http.HttpRequest.BodyPublishers.ofString(json))).status();
	}

	@Test
	void key_createdAndRevoked_isNoticedWhileTheServiceRuns() throws IOException, InterruptedException {
		try (Service service = Service.start(index)) {
			assertThat(service.get("/c/banks").status()).isEqualTo(200);
			String admin = key("a", Role.ADMIN);
			Thread.sleep(2_500);
			assertThat(service.get("/c/banks").status()).isEqualTo(401);
			assertThat(status(service, admin, "/c/banks")).isEqualTo(200);
			String other = key("b", Role.ADMIN);
			try (KeyRing keys = KeyRing.open(index)) {
				assertThat(keys.revoke("a")).isTrue();
				assertThat(keys.revoke("a")).isFalse();
				assertThat(keys.create("b", Set.of(Role.HASH), null, null)).as("the name is taken").isEmpty();
			}
			Thread.sleep(2_500);
			assertThat(status(service, admin, "/c/banks")).isEqualTo(401);
			assertThat(status(service, other, "/c/banks")).isEqualTo(200);
		}
	}

	@Test
	void key_expired_isRefused() throws IOException, InterruptedException {
		String secret;
		try (KeyRing keys = KeyRing.open(index)) {
			secret = keys.create("short", Set.of(Role.ADMIN), Duration.ofSeconds(1), null).orElseThrow();
		}
		Thread.sleep(1_100);
		try (Service service = Service.start(index)) {
			assertThat(status(service, secret, "/c/banks")).isEqualTo(401);
		}
	}

	@Test
	void key_isNotInTheCatalog() throws IOException {
		String secret = key("a", Role.ADMIN);
		for (String file : new String[]{"catalog.db", "catalog.db-wal"}) {
			Path path = index.resolve("service").resolve(file);
			if (java.nio.file.Files.exists(path)) {
				assertThat(new String(java.nio.file.Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
						.doesNotContain(secret.substring(6));
			}
		}
	}

	@Test
	void start_onMoreThanThisComputer_needsAKey() throws IOException {
		ServerOptions everywhere = ServerOptions.DEFAULT.withPort(0).withHost("0.0.0.0");
		assertThatThrownBy(() -> HavenServer.start(index, everywhere))
				.isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_NEEDED));
		String admin = key("a", Role.ADMIN);
		try (Service service = Service.start(index, everywhere)) {
			assertThat(status(service, admin, "/c/banks")).isEqualTo(200);
			try (KeyRing keys = KeyRing.open(index)) {
				keys.revoke("a");
			}
			Thread.sleep(2_500);
			assertThat(service.get("/c/banks").status()).as("without any key nothing is open").isEqualTo(401);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void start_portTaken_isSaid() throws IOException {
		try (Service service = Service.start(index)) {
			assertThatThrownBy(() -> HavenServer.start(folder.resolve("other"), ServerOptions.DEFAULT.withPort(service.port())))
					.isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN));
		}
	}

	/** A web page that a browser on this computer shows. */
	@Test
	void withoutKey_requestsOfAWebPage_areRefused() {
		try (Service service = Service.start(index)) {
			assertThat(service.send(service.request("/c/banks").header("Origin", "http://evil.example").GET()).status()).isEqualTo(403);
		}
	}

	@Test
	void changes_areInTheAuditTrail_withTheNameOfTheKey() throws IOException {
		String curate = key("curator", Role.CURATE);
		try (Service service = Service.start(index)) {
			service.with("Authorization", "Bearer " + curate);
			service.bank("BANK");
			service.add("BANK", HASH);
			service.put("/c/bank/BANK/content/1", "{\"note\":\"x\"}");
			service.delete("/c/bank/BANK/content/1");
			service.delete("/c/bank/BANK");
		}
		try (Catalog catalog = Catalog.open(index)) {
			assertThat(catalog.read(AuditLog::entries)).extracting(entry -> entry.who() + " " + entry.what() + " " + entry.contentId())
					.containsExactly("local key-created curator curate null", "curator bank-added null", "curator content-added 1",
							"curator content-updated 1", "curator content-withdrawn 1", "curator bank-deleted null");
			assertThat(catalog.read(AuditLog::isIntact)).isTrue();
		}
	}
}
