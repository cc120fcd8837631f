package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.policy.PolicyOptions;
import org.hashaven.server.policy.Thresholds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code /v1/match/…} and the rules of banks. */
class V1MatchTest {

	static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
		put(service, "A", "{}");
	}

	@AfterEach
	void stop() {
		service.close();
	}

	static Answer put(Service service, String bank, String rules) {
		return service.put("/v1/banks/" + bank, rules);
	}

	static Answer add(Service service, String bank, String id, String hash) {
		Answer answer = service.post("/v1/banks/" + bank + "/records",
				"[{\"id\":\"" + id + "\",\"hash\":\"" + hash + "\",\"quality\":90}]");
		assertThat(answer.json().at("/records/0/status").asString()).as(answer.text()).isEqualTo("added");
		return answer;
	}

	/** {@code HASH} with some bits turned over. */
	static String at(int distanceBits) throws HashFormatException {
		Hash256 hash = Hash256.fromHex(HASH);
		return Hash256.ofWords(hash.word(0) ^ (distanceBits == 0 ? 0 : -1L >>> (Long.SIZE - distanceBits)), hash.word(1), hash.word(2),
				hash.word(3)).toHex();
	}

	static JsonNode look(Service service, String hash) {
		Answer answer = service.post("/v1/match/hashes", "{\"hash\":\"" + hash + "\"}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private static String decision(JsonNode verdict) {
		return verdict.get("decision").asString();
	}

	@Test
	void hashes_one_saysEverythingAboutItsMatch() throws HashFormatException {
		add(service, "A", "own-1", HASH);
		JsonNode verdict = look(service, at(10));
		assertThat(decision(verdict)).isEqualTo("block");
		assertThat(verdict.get("action").asString()).isEqualTo("block");
		JsonNode match = verdict.at("/matches/0");
		assertThat(match.toString()).isEqualTo("{\"id\":\"own-1\",\"content_id\":1,\"bank\":\"A\",\"purpose\":\"block\",\"distance\":10,"
				+ "\"radius\":31,\"quality\":90,\"how\":\"similar\",\"spans\":[],\"listed_at\":null,\"blocks\":true,\"standing\":\"blocks\","
				+ "\"explanation\":\"Similar to a listed picture, 10 of 256 bits differ; it is listed to be blocked.\"}");
		JsonNode none = look(service, at(32));
		assertThat(decision(none)).isEqualTo("none");
		assertThat(none.get("matches").size()).isZero();
	}

	@Test
	void hashes_korean_explainsInKorean() {
		add(service, "A", "own-1", HASH);
		service.with("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");
		assertThat(look(service, HASH).at("/matches/0/explanation").asString()).isEqualTo("등록된 사진과 같습니다. 차단 대상으로 등록되어 있습니다.");
	}

	@Test
	void hashes_thousands_areAnsweredInOrder() throws HashFormatException {
		add(service, "A", "own-1", HASH);
		String far = at(40);
		String lines = IntStream.range(0, 3_000)
				.mapToObj(i -> "{\"ref\":\"r" + i + "\",\"hash\":\"" + (i % 100 == 7 ? HASH : far) + "\""
						+ (i % 500 == 0 ? ",\"radius\":64" : "") + (i % 100 == 7 && i > 2_000 ? ",\"banks\":[\"OTHER\"]" : "") + "}")
				.collect(Collectors.joining("\n"));
		Answer answer = service.send(service.request("/v1/match/hashes").header("Content-Type", "application/x-ndjson")
				.POST(BodyPublishers.ofString(lines)));
		assertThat(answer.headers().get("content-type")).containsExactly("application/x-ndjson");
		List<JsonNode> verdicts = answer.text().lines().map(line -> new ObjectMapper().readTree(line)).toList();
		assertThat(verdicts).hasSize(3_000);
		for (int i = 0; i < verdicts.size(); i++) {
			assertThat(verdicts.get(i).get("index").asInt()).isEqualTo(i);
			assertThat(verdicts.get(i).get("ref").asString()).isEqualTo("r" + i);
			boolean blocks = i % 500 == 0 || (i % 100 == 7 && i <= 2_000);
			assertThat(decision(verdicts.get(i))).as("hash %d", i).isEqualTo(blocks ? "block" : "none");
		}
	}

	@Test
	void hashes_malformed_areRefusedByNumber_withoutQuotingThem() {
		Answer answer = service.post("/v1/match/hashes", "[{\"hash\":\"" + HASH + "\"},{\"hash\":\"" + HASH + "0\"}]");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).isEqualTo("object 2: hash must be 64 hexadecimal digits");
		assertThat(service.post("/v1/match/hashes", "[]").status()).isEqualTo(400);
		assertThat(service.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\",\"radius\":65}").status()).isEqualTo(400);
		assertThat(service.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\",\"x\":1}").status()).isEqualTo(400);
		String many = "[" + "{},".repeat(10_000) + "{}]";
		assertThat(service.post("/v1/match/hashes", many).status()).isEqualTo(413);
		Answer longLine = service.send(service.request("/v1/match/hashes").header("Content-Type", "application/x-ndjson")
				.POST(BodyPublishers.ofString("{\"hash\":\"" + " ".repeat(9_000))));
		assertThat(longLine.status()).isEqualTo(413);
		assertThat(service.send(service.request("/v1/match/hashes").POST(BodyPublishers.ofString("x"))).status()).isEqualTo(415);
	}

	@Test
	void bank_rules_holdAtOnce() throws HashFormatException {
		add(service, "A", "own-1", HASH);
		assertThat(put(service, "A", "{\"radius\":8}").json().get("radius").asInt()).isEqualTo(8);
		assertThat(decision(look(service, at(10)))).isEqualTo("none");
		put(service, "A", "{\"radius\":31,\"quality_floor\":95}");
		assertThat(decision(look(service, HASH))).isEqualTo("none");
		put(service, "A", "{\"quality_floor\":50,\"enabled_ratio\":0}");
		assertThat(decision(look(service, HASH))).isEqualTo("none");
		put(service, "A", "{\"enabled_ratio\":1}");
		assertThat(decision(look(service, HASH))).isEqualTo("block");
		assertThat(service.get("/v1/banks").json().at("/banks/0").toString()).isEqualTo(service.get("/v1/banks/A").text())
				.isEqualTo(
						"{\"name\":\"A\",\"purpose\":\"block\",\"radius\":31,\"quality_floor\":50,\"enabled_ratio\":1.0,\"test_mode\":false}");
		assertThat(put(service, "A", "{\"radius\":65}").status()).isEqualTo(400);
		assertThat(put(service, "A", "{\"purpose\":\"common\"}").status()).isEqualTo(400);
		assertThat(put(service, "b%20c", "{}").status()).isEqualTo(400);
	}

	@Test
	void bank_inTestMode_matchesButDoesNotBlock() {
		add(service, "A", "own-1", HASH);
		put(service, "A", "{\"test_mode\":true}");
		JsonNode verdict = look(service, HASH);
		assertThat(decision(verdict)).isEqualTo("none");
		assertThat(verdict.at("/matches/0/standing").asString()).isEqualTo("test_mode");
		assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + HASH).text()).as("HMA's clients block what they are shown")
				.isEqualTo("{}");
	}

	@Test
	void bank_ofHarmlessPictures_suppressesWhatIsFartherOnly() throws HashFormatException {
		put(service, "OK", "{\"purpose\":\"ignore\"}");
		add(service, "A", "bad", at(10));
		add(service, "OK", "good", at(4));
		JsonNode harmless = look(service, HASH);
		assertThat(decision(harmless)).isEqualTo("ignore");
		assertThat(harmless.get("matches").valueStream().map(match -> match.get("standing").asString())).containsExactlyInAnyOrder(
				"ignores",
				"suppressed");
		assertThat(decision(look(service, at(10)))).as("the listed picture itself").isEqualTo("block");
		assertThat(decision(look(service, at(7)))).as("equally near").isEqualTo("block");
	}

	@Test
	void upload_mirrored_isFoundAndExplained() {
		assertThat(service.upload("/c/bank/A/content", "photo", Pictures.photo(3)).status()).isEqualTo(200);
		Answer answer = service.upload("/v1/match/upload", "file", Pictures.mirrored(3));
		JsonNode verdict = answer.json();
		assertThat(decision(verdict)).as(answer.text()).isEqualTo("block");
		assertThat(verdict.at("/matches/0/how").asString()).endsWith("mirrored");
		assertThat(verdict.at("/matches/0/explanation").asString()).contains("(mirrored)");
		Answer raw = service.send(service.request("/v1/match/upload").POST(BodyPublishers.ofByteArray(Pictures.photo(4))));
		assertThat(decision(raw.json())).isEqualTo("none");
	}

	@Test
	void upload_video_hasSpans() {
		service.upload("/c/bank/A/content?types=vpdq", "video", Pictures.video());
		JsonNode verdict = service.send(service.request("/v1/match/upload").POST(BodyPublishers.ofByteArray(Pictures.video()))).json();
		assertThat(decision(verdict)).as(verdict.toString()).isEqualTo("block");
		assertThat(verdict.at("/matches/0/how").asString()).isEqualTo("whole");
		assertThat(verdict.at("/matches/0/distance").isNull()).isTrue();
		assertThat(verdict.at("/matches/0/spans/0/to").asDouble()).isPositive();
	}

	@Test
	void upload_unreadable_isUndecided_andFollowsTheSwitch() {
		byte[] noise = {1, 2, 3};
		JsonNode open = service.upload("/v1/match/upload", "file", noise).json();
		assertThat(decision(open)).isEqualTo("undecided");
		assertThat(open.get("reason").asString()).isEqualTo("unreadable");
		assertThat(open.get("action").asString()).isEqualTo("allow");
		ServerOptions closed = ServerOptions.DEFAULT.withPort(0).withPolicy(new PolicyOptions(true, Thresholds.DEFAULT, null));
		try (Service strict = Service.start(folder.resolve("strict"), closed)) {
			JsonNode answer = strict.upload("/v1/match/upload", "file", noise).json();
			assertThat(answer.get("action").asString()).isEqualTo("block");
			assertThat(answer.get("policy").asString()).isEqualTo("fail_closed");
		}
	}
}
