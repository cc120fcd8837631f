package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashaven.server.AllPaths.HASH;
import static org.hashaven.server.AllPaths.MD5;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.hashaven.server.webhook.WebhookTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No hash is ever logged, even where an operator asks every library for every detail. */
class LogPrivacyTest {

	private static final Logger ROOT = Logger.getLogger("");

	@TempDir
	private Path folder;

	private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
	private final Level before = ROOT.getLevel();
	private final Handler catching = new Handler() {
		@Override
		public void publish(LogRecord entry) {
			logged.add(new SimpleFormatter().format(entry));
		}

		@Override
		public void flush() {
			// nothing waits
		}

		@Override
		public void close() {
			// nothing is open
		}
	};

	@BeforeEach
	void catchAll() {
		catching.setLevel(Level.ALL);
		ROOT.addHandler(catching);
		ROOT.setLevel(Level.ALL);
	}

	@AfterEach
	void letGo() {
		ROOT.setLevel(before);
		ROOT.removeHandler(catching);
	}

	/** Every path with bodies that are right and wrong, and a record that is put into quarantine, which is logged. */
	private static void logNothingUnderV1(Service service) {
		service.put("/v1/banks/OWN", "{}");
		service.post("/v1/banks/OWN/records", "[{\"id\":\"flooded\",\"hash\":\"" + HASH + "\"}]");
		String other = "{\"hash\":\"" + "01".repeat(32) + "\"},";
		String flood = "{\"hash\":\"" + HASH.replace("f8f8", "0707") + "\"},"; // 16 bits from it: no copy
		service.post("/v1/match/hashes", "[" + other.repeat(250) + flood.repeat(50) + other.substring(0, other.length() - 1) + "]");
		for (String path : service.get("/v1/openapi.json").json().get("paths").propertyNames()) {
			String filled = path.replace("{bank_name}", "OWN").replace("{record_id}", "flooded");
			service.get(filled + "?include_hash=true&since=" + HASH + "&cursor=" + HASH + "&banks=" + HASH);
			service.get(filled + "/" + HASH);
			service.delete(filled + "/" + HASH);
			for (String body : List.of("{\"hash\":\"" + HASH + "\"}", "{\"hash\":\"" + HASH + "x\"}", "{\"" + HASH + "\":1}",
					"[{\"hash\":\"" + HASH + "\",\"md5\":\"" + MD5 + "\"}]", "[{\"hash\":\"" + HASH + "\",\"ref\":\"" + HASH + "\"}]",
					"{\"hashes\":[\"" + HASH + "\",\"" + HASH + "z\"]}", "[{\"frames\":[{\"hash\":\"" + HASH + "\",\"ms\":-1}]}]",
					"{\"bank\":\"OWN\",\"id\":\"flooded\",\"decision\":\"" + HASH + "\"}", "{\"hash\":" + HASH + "}")) {
				service.post(filled, body);
				service.put(filled, body);
			}
			service.upload(filled, "file", HASH.getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void allPaths_logNoHash() {
		List<String> secrets;
		WebhookTarget nowhere = new WebhookTarget(URI.create("http://127.0.0.1:1/" + HASH), "a secret of the test");
		ServerOptions options = RetroactiveTest.REMEMBERING.withOps(OpsOptions.DEFAULT.withWebhook(nowhere));
		try (Service service = Service.start(folder.resolve("index"), options)) {
			secrets = AllPaths.ask(service);
			logNothingUnderV1(service);
			service.post("/v1/match/hashes", "{\"hash\":\"" + "06".repeat(32) + "\",\"ref\":\"" + HASH + "\"}");
			service.put("/v1/banks/LATER", "{}");
			service.post("/v1/banks/LATER/records", "[{\"id\":\"later\",\"hash\":\"" + "06".repeat(32) + "\"}]");
			RetroactiveTest.found(service, 1);
			secrets.add("06".repeat(32));
		}
		assertThat(secrets).as("some were made by the service").hasSizeGreaterThan(3);
		assertThat(logged).as("the test catches something").anyMatch(line -> line.contains("of bank OWN is in quarantine"))
				.anyMatch(line -> line.contains("the webhook did not acknowledge"));
		for (String secret : secrets) {
			assertThat(logged).noneMatch(line -> line.contains(secret));
		}
	}

	/** A supplier may take the hash itself for the id of its record: neither the log nor what outlives the record has it. */
	@Test
	void idThatIsAHash_isInNoLog_andInNothingThatStaysAfterWithdrawal() throws IOException {
		String canary = "c0ffee".repeat(10) + "c0ff";
		String copy = "{\"hash\":\"" + HASH.replace("f8f8", "0707") + "\"},";
		String other = "{\"hash\":\"" + "01".repeat(32) + "\"},";
		String kept;
		try (Service service = Service.start(folder.resolve("index"))) {
			service.put("/v1/banks/OWN", "{}");
			service.post("/v1/banks/OWN/records", "[{\"id\":\"" + canary + "\",\"hash\":\"" + HASH + "\"}]");
			service.post("/v1/match/hashes", "[" + other.repeat(250) + copy.repeat(50) + other.substring(0, other.length() - 1) + "]");
			assertThat(service.get("/v1/quarantine").json().at("/quarantine/0/id").asString()).isEqualTo(canary);
			assertThat(service.post("/v1/decisions", "{\"bank\":\"OWN\",\"id\":\"" + canary + "\",\"decision\":\"blocked\"}").status())
					.isEqualTo(201);
			assertThat(service.post("/v1/quarantine/OWN/" + canary + "/release", "{}").status()).isEqualTo(200);
			assertThat(service.get("/v1/changes").text()).as("while it is listed").contains(canary);
			assertThat(service.post("/v1/withdraw", "{\"ids\":[\"" + canary + "\"]}").text()).isEqualTo("{\"withdrawn\":1}");
			kept = service.get("/v1/changes").text() + service.get("/v1/decisions").text();
		}
		assertThat(kept).contains("\"kind\":\"withdrawn\"", "\"decision\":\"blocked\"").doesNotContain(canary);
		assertThat(logged).anyMatch(line -> line.contains("content 1 of bank OWN is in quarantine"))
				.noneMatch(line -> line.contains(canary));
		assertThat(AuditTrail.read(folder.resolve("index")).entries()).extracting(entry -> entry.what() + " " + entry.contentId())
				.contains("record-quarantined 1", "record-released 1").noneMatch(line -> line.contains(canary));
	}
}
