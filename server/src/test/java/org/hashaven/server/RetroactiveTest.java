package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashaven.server.V1MatchTest.HASH;
import static org.hashaven.server.V1MatchTest.add;
import static org.hashaven.server.V1MatchTest.at;
import static org.hashaven.server.V1MatchTest.put;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.policy.PolicyOptions;
import org.hashaven.server.webhook.WebhookTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Uploads that turn out to show what is listed later: on request and by webhook. */
class RetroactiveTest {

	static final ServerOptions REMEMBERING = ServerOptions.DEFAULT.withPort(0)
			.withPolicy(PolicyOptions.DEFAULT.withRemember(Duration.ofDays(30)));
	private static final long PATIENCE_SECONDS = 20;

	@TempDir
	private Path folder;

	private static void upload(Service service, String hash, String reference) {
		assertThat(service.post("/v1/match/hashes", "{\"hash\":\"" + hash + "\",\"quality\":90,\"ref\":\"" + reference + "\"}").status())
				.isEqualTo(200);
	}

	/** Waits until there are this many. */
	static List<JsonNode> found(Service service, int count) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (true) {
			JsonNode page = service.get("/v1/retroactive").json();
			List<JsonNode> found = new ArrayList<>();
			page.get("retroactive").forEach(found::add);
			if (found.size() >= count || System.nanoTime() > end) {
				assertThat(found).hasSize(count);
				return found;
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void listed_afterTheUpload_tellsOfIt_nearestRulesOfTheBankHold() throws HashFormatException {
		try (Service service = Service.start(folder.resolve("index"), REMEMBERING)) {
			put(service, "A", "{\"radius\":20}");
			upload(service, at(7), "post-1");
			upload(service, at(25), "beyond the bank's radius");
			service.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\",\"quality\":10,\"ref\":\"too plain\"}");
			service.post("/v1/match/hashes", "{\"hash\":\"" + at(3) + "\",\"quality\":90}");
			add(service, "A", "own-1", HASH);
			JsonNode match = found(service, 1).getFirst();
			assertThat(match.get("ref").asString()).isEqualTo("post-1");
			assertThat(match.get("distance").asInt()).isEqualTo(7);
			assertThat(match.get("id").asString()).isEqualTo("own-1");
			assertThat(match.get("bank").asString()).isEqualTo("A");
			assertThat(match.get("explanation").asString())
					.isEqualTo("Uploaded less than an hour before it was listed: similar, 7 of 256 bits differ.");
			assertThat(service.with("Accept-Language", "ko").get("/v1/retroactive").text()).contains("등록되기 한 시간 이내 전에");
		}
	}

	@Test
	void blockedTestModeAndHarmless_areNotTold() throws HashFormatException {
		try (Service service = Service.start(folder.resolve("index"), REMEMBERING)) {
			put(service, "A", "{}");
			put(service, "TEST", "{\"test_mode\":true}");
			put(service, "MEMES", "{\"purpose\":\"ignore\"}");
			add(service, "A", "first", HASH);
			upload(service, at(1), "blocked, and so not remembered");
			upload(service, "01".repeat(32), "post-2");
			add(service, "A", "second", at(2));
			add(service, "TEST", "t", "01".repeat(32));
			add(service, "MEMES", "m", "01".repeat(32));
			add(service, "A", "third", "01".repeat(32));
			assertThat(found(service, 1).getFirst().get("id").asString()).isEqualTo("third");
		}
	}

	@Test
	void photoAndVideoUploads_areFoundByWhatIsListedOfThem() {
		try (Service service = Service.start(folder.resolve("index"), REMEMBERING)) {
			put(service, "A", "{}");
			service.upload("/v1/match/upload?ref=photo-1", "file", Pictures.photo(1));
			service.upload("/v1/match/upload?ref=photo-2", "file", Pictures.photo(2));
			service.upload("/v1/match/upload?ref=video-1", "file", Pictures.video());
			assertThat(service.upload("/c/bank/A/content", "photo", Pictures.photo(1)).status()).isEqualTo(200);
			assertThat(found(service, 1).getFirst().get("ref").asString()).isEqualTo("photo-1");
			String vpdq = service.upload("/h/hash?types=vpdq", "video", Pictures.video()).json().get("vpdq").toString();
			service.post("/c/bank/A/signal", "{\"vpdq\":" + vpdq + "}");
			JsonNode video = found(service, 2).get(1);
			assertThat(video.get("ref").asString()).isEqualTo("video-1");
			assertThat(video.get("distance").isNull()).isTrue();
		}
	}

	/** However uploads and listings meet, an upload is blocked or told of. */
	@Test
	void uploadsAndListingsAtOnce_noneSlipsBetween() throws InterruptedException {
		Random random = new Random(7);
		int count = 300;
		List<String> hashes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			hashes.add(Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()).toHex());
		}
		Set<String> blocked = Collections.synchronizedSet(new HashSet<>());
		try (Service service = Service.start(folder.resolve("index"), REMEMBERING)) {
			put(service, "A", "{}");
			try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
				for (int i = 0; i < count; i++) {
					int number = i;
					threads.execute(() -> add(service, "A", "r" + number, hashes.get(number)));
					threads.execute(() -> {
						JsonNode verdict = service
								.post("/v1/match/hashes", "{\"hash\":\"" + hashes.get(number) + "\",\"ref\":\"u" + number + "\"}").json();
						if (verdict.get("decision").asString().equals("block")) {
							blocked.add("u" + number);
						}
					});
				}
			}
			Set<String> told = new HashSet<>();
			found(service, count - blocked.size()).forEach(each -> told.add(each.get("ref").asString()));
			assertThat(told).doesNotContainAnyElementsOf(blocked);
			assertThat(told.size()).as("both happened: " + told.size() + " of " + count).isBetween(1, count);
		}
	}

	@Test
	void restart_remembersOn_withdrawalForgets_andSwitchingItOffErases() throws IOException {
		Path index = folder.resolve("index");
		Path recent = index.resolve("service/recent");
		try (Service service = Service.start(index, REMEMBERING)) {
			put(service, "A", "{}");
			upload(service, HASH, "post-1");
		}
		try (Service service = Service.start(index, REMEMBERING)) {
			add(service, "A", "own-1", HASH);
			found(service, 1);
			service.delete("/v1/banks/A/records/own-1");
			found(service, 0);
		}
		assertThat(Files.exists(recent)).isTrue();
		try (Service service = Service.start(index)) {
			assertThat(Files.exists(recent)).isFalse();
			add(service, "A", "own-2", HASH);
		}
		try (Service service = Service.start(index, REMEMBERING)) {
			upload(service, "02".repeat(32), "post-2");
			add(service, "A", "own-3", "02".repeat(32));
			assertThat(found(service, 1).getFirst().get("id").asString()).isEqualTo("own-3");
		}
	}

	@Test
	void backup_holdsNothingOfRecentUploads() throws IOException {
		Path index = folder.resolve("index");
		Path backups = folder.resolve("backups");
		try (Service service = Service.start(index, REMEMBERING.withOps(OpsOptions.DEFAULT.withBackups(backups)))) {
			put(service, "A", "{}");
			upload(service, HASH, "canary-reference");
			add(service, "A", "other", "03".repeat(32));
			upload(service, "04".repeat(32), "another");
			assertThat(service.post("/admin/backup", "{}").status()).isLessThan(300);
		}
		try (var files = Files.walk(backups)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("canary-reference");
			}
		}
	}

	@Test
	void reference_withControlCharacters_isRefused() {
		try (Service service = Service.start(folder.resolve("index"), REMEMBERING)) {
			assertThat(service.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\",\"ref\":\"a\\nb\"}").message())
					.isEqualTo("ref must be at most 200 characters without control characters");
			assertThat(service.upload("/v1/match/upload?ref=" + "x".repeat(201), "file", Pictures.photo(1)).status()).isEqualTo(400);
		}
	}

	/** A receiver that fails at first, as one that is being restarted does. */
	@Test
	void webhook_isToldUntilItAcknowledges_signed_inOrder_acrossRestarts() throws IOException, HashFormatException {
		List<String> bodies = Collections.synchronizedList(new ArrayList<>());
		List<String> signatures = Collections.synchronizedList(new ArrayList<>());
		AtomicInteger refusals = new AtomicInteger(1);
		HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		receiver.createContext("/hook", exchange -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			boolean refused = refusals.getAndDecrement() > 0;
			if (!refused) {
				signatures.add(exchange.getRequestHeaders().getFirst("X-Haven-Signature"));
				bodies.add(body);
			}
			exchange.sendResponseHeaders(refused ? 500 : 204, -1);
			exchange.close();
		});
		receiver.start();
		String secret = "a secret of the test";
		WebhookTarget target = new WebhookTarget(URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), secret);
		ServerOptions options = REMEMBERING.withOps(OpsOptions.DEFAULT.withWebhook(target));
		try {
			try (Service service = Service.start(folder.resolve("index"), options)) {
				put(service, "A", "{}");
				upload(service, at(7), "post-1");
				add(service, "A", "own-1", HASH);
				await(bodies, 1);
			}
			try (Service service = Service.start(folder.resolve("index"), options)) {
				upload(service, "05".repeat(32), "post-2");
				add(service, "A", "05".repeat(32), "05".repeat(32)); // an id that is the hash
				await(bodies, 2);
			}
		} finally {
			receiver.stop(0);
		}
		JsonNode first = new ObjectMapper().readTree(bodies.getFirst()).at("/events/0");
		assertThat(first.get("type").asString()).isEqualTo("retroactive");
		assertThat(first.get("ref").asString()).isEqualTo("post-1");
		assertThat(first.get("distance").asInt()).isEqualTo(7);
		JsonNode second = new ObjectMapper().readTree(bodies.get(1)).at("/events/0");
		assertThat(second.get("ref").asString()).isEqualTo("post-2");
		assertThat(second.get("id").isNull()).as("it is a hash").isTrue();
		assertThat(second.get("content_id").asLong()).isEqualTo(2);
		assertThat(bodies).noneMatch(body -> body.contains(HASH.substring(0, 16)) || body.contains("05".repeat(8)));
		String seconds = signatures.getFirst().replaceAll("t=(\\d+),.*", "$1");
		assertThat(signatures.getFirst()).isEqualTo("t=" + seconds + ",v1=" + hmac(secret, seconds + "." + bodies.getFirst()));
	}

	private static void await(List<String> bodies, int count) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (bodies.size() < count && System.nanoTime() < end) {
			pause();
		}
		assertThat(bodies).hasSize(count);
	}

	private static String hmac(String secret, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new UncheckedIOException(new IOException(e));
		}
	}
}
