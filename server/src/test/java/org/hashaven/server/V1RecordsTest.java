package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Records, changes and decisions under {@code /v1}. */
class V1RecordsTest {

	private static final String HASH = V1MatchTest.HASH;
	private static final String RECORDS = "/v1/banks/A/records";

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
		V1MatchTest.put(service, "A", "{}");
		V1MatchTest.put(service, "B", "{}");
	}

	@AfterEach
	void stop() {
		service.close();
	}

	private static List<String> statuses(Answer answer) {
		return answer.json().get("records").valueStream().map(each -> each.get("status").asString()).toList();
	}

	@Test
	void add_batch_saysWhatCameOfEach() throws HashFormatException {
		String video = "{\"id\":\"v\",\"frames\":[{\"hash\":\"" + V1MatchTest.at(50) + "\",\"ms\":0},{\"hash\":\"" + V1MatchTest.at(60)
				+ "\",\"ms\":1000,\"quality\":80}]}";
		String batch = "[{\"id\":\"p\",\"hash\":\"" + HASH + "\",\"note\":\"from a hotline\"},{\"hash\":\"" + V1MatchTest.at(8)
				+ "\"},{\"hash\":\"" + HASH + "\",\"quality\":10},{\"id\":\"p\",\"hash\":\"" + V1MatchTest.at(20) + "\"}," + video + "]";
		assertThat(statuses(service.post(RECORDS, batch))).containsExactly("added", "added", "low_quality", "conflict", "added");
		assertThat(statuses(service.post(RECORDS, batch))).containsExactly("unchanged", "added", "low_quality", "conflict", "unchanged");
		assertThat(V1MatchTest.look(service, HASH).get("matches").size()).isEqualTo(3);
		assertThat(service.post(RECORDS, "[{\"id\":\"x\"}]").status()).isEqualTo(400);
		assertThat(service.post(RECORDS, "[{\"id\":\"x\",\"frames\":[]}]").status()).isEqualTo(400);
		assertThat(service.post("/v1/banks/NONE/records", batch).status()).isEqualTo(404);
	}

	@Test
	void add_idThatTheServiceWouldGive_isNotTakenTwice() throws HashFormatException {
		V1MatchTest.add(service, "A", "2", HASH);
		Answer answer = service.post(RECORDS, "[{\"hash\":\"" + V1MatchTest.at(8) + "\"}]");
		assertThat(answer.json().at("/records/0/id").asString()).isEqualTo("2-2");
	}

	@Test
	void record_isShownWithoutItsHash_unlessAskedFor() {
		V1MatchTest.add(service, "A", "p/1", HASH);
		String path = RECORDS + "/p%2F1";
		assertThat(service.get(path).json().get("quality").asInt()).isEqualTo(90);
		assertThat(service.get(path).text()).doesNotContain(HASH);
		assertThat(service.get(path + "?include_hash=true").json().get("hash").asString()).isEqualTo(HASH);
		assertThat(service.get("/v1/banks/B/records/p%2F1").status()).isEqualTo(404);
		assertThat(service.delete(path).text()).isEqualTo("{\"withdrawn\":1}");
		assertThat(service.delete(path).status()).isEqualTo(404);
		assertThat(service.get(path).status()).isEqualTo(404);
		assertThat(V1MatchTest.look(service, HASH).get("matches").size()).isZero();
	}

	@Test
	void list_pages_untilTheEnd() throws HashFormatException {
		for (int i = 0; i < 5; i++) {
			V1MatchTest.add(service, "A", "r" + i, V1MatchTest.at(10 * i));
		}
		JsonNode first = service.get(RECORDS + "?limit=3").json();
		assertThat(first.get("records").size()).isEqualTo(3);
		JsonNode second = service.get(RECORDS + "?limit=3&cursor=" + first.get("next").asLong()).json();
		assertThat(second.get("records").valueStream().map(each -> each.get("id").asString())).containsExactly("r3", "r4");
		assertThat(second.get("next").isNull()).isTrue();
		assertThat(service.get(RECORDS + "?limit=0").status()).isEqualTo(400);
	}

	@Test
	void withdraw_byExactHash_inAllBanksOrSome() throws HashFormatException {
		V1MatchTest.add(service, "A", "a", HASH);
		V1MatchTest.add(service, "B", "a", HASH);
		V1MatchTest.add(service, "B", "near", V1MatchTest.at(2));
		assertThat(service.post("/v1/withdraw", "{\"hashes\":[\"" + HASH + "\"],\"banks\":[\"B\"]}").text()).isEqualTo("{\"withdrawn\":1}");
		assertThat(service.post("/v1/withdraw", "{\"hashes\":[\"" + HASH + "\"]}").text()).isEqualTo("{\"withdrawn\":1}");
		assertThat(V1MatchTest.look(service, HASH).get("matches").size()).as("the near one stays").isEqualTo(1);
		assertThat(service.post("/v1/withdraw", "{\"ids\":[\"near\",\"unknown\"]}").text()).isEqualTo("{\"withdrawn\":1}");
		assertThat(service.post("/v1/withdraw", "{}").status()).isEqualTo(400);
	}

	@Test
	void changes_haveAddsUpdatesAndTombstones() throws HashFormatException {
		long before = service.get("/v1/changes").json().get("next").asLong();
		V1MatchTest.add(service, "A", "a", HASH);
		V1MatchTest.add(service, "A", "b", V1MatchTest.at(40));
		service.delete(RECORDS + "/a");
		service.put("/c/bank/A/content/2", "{\"note\":\"x\"}");
		JsonNode changes = service.get("/v1/changes?since=" + before).json();
		assertThat(changes.get("changes").valueStream().map(each -> each.get("kind").asString() + " " + each.get("id").asString()))
				.containsExactly("added b", "withdrawn a", "updated b");
		assertThat(changes.get("more").asBoolean()).isFalse();
		JsonNode one = service.get("/v1/changes?limit=1&since=" + before).json();
		assertThat(one.get("more").asBoolean()).isTrue();
		assertThat(service.get("/v1/changes?since=" + changes.get("next").asLong()).json().get("changes").size()).isZero();
		assertThat(changes.toString()).doesNotContain(HASH);
	}

	@Test
	void decision_isKeptForTheSupplier_andAudited() throws IOException {
		V1MatchTest.add(service, "A", "a", HASH);
		Answer answer = service.post("/v1/decisions",
				"{\"bank\":\"A\",\"id\":\"a\",\"decision\":\"not_blocked\",\"reason\":\"a meme\",\"reference\":\"ticket 9\"}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		JsonNode decision = service.get("/v1/decisions?since=0").json().at("/decisions/0");
		assertThat(decision.get("decision").asString()).isEqualTo("not_blocked");
		assertThat(decision.get("reference").asString()).isEqualTo("ticket 9");
		assertThat(service.get("/v1/decisions?since=" + decision.get("seq").asLong()).json().get("decisions").size()).isZero();
		assertThat(service.post("/v1/decisions", "{\"bank\":\"A\",\"id\":\"z\",\"decision\":\"blocked\"}").status()).isEqualTo(404);
		assertThat(service.post("/v1/decisions", "{\"bank\":\"A\",\"id\":\"a\",\"decision\":\"maybe\"}").status()).isEqualTo(400);
		assertThat(service.post("/v1/decisions",
				"{\"bank\":\"A\",\"id\":\"a\",\"decision\":\"blocked\",\"reference\":\"" + "x".repeat(201) + "\"}").status())
				.isEqualTo(400);
		try (Catalog catalog = Catalog.open(folder.resolve("index"))) {
			assertThat(catalog.read(AuditLog::entries)).anyMatch(entry -> entry.what().equals("decision not_blocked"));
			assertThat(catalog.read(AuditLog::isIntact)).isTrue();
		}
	}
}
