package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.hashaven.server.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code /c/bank/<name>/content…}, {@code …/signal}: contents added, shown, changed and withdrawn. */
class ContentsTest {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
	private static final String CONTENT = "/c/bank/BANK/content";

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
		service.bank("BANK");
	}

	@AfterEach
	void stop() {
		service.close();
	}

	@Test
	void addSignal_isShownWithItsNote() {
		Answer added = service.post("/c/bank/BANK/signal", "{\"pdq\":\"" + HASH + "\",\"note\":\"Hash from campaign ABC\"}");
		assertThat(added.text()).isEqualTo("{\"id\":1,\"signals\":{\"pdq\":\"" + HASH + "\"}}");
		assertThat(service.get(CONTENT + "/1").text())
				.isEqualTo("{\"id\":1,\"disable_until_ts\":1,\"original_media_uri\":null,\"bank\":{\"name\":\"BANK\","
						+ "\"matching_enabled_ratio\":1.0},\"note\":\"Hash from campaign ABC\"}");
		assertThat(service.get(CONTENT + "/1?include_signals=true").json().path("signals").path("pdq").asString()).isEqualTo(HASH);
	}

	@Test
	void addSignal_severalTypes_areOneContent() {
		Answer added = service.post("/c/bank/BANK/signal", "{\"pdq\":\"" + HASH
				+ "\",\"video_md5\":\"cab08b36195edb1a1231d2d09fa450e0\",\"vpdq\":\"[\\\"" + HASH + ",100,0.0\\\"]\"}");
		assertThat(added.status()).as(added.text()).isEqualTo(200);
		JsonNode signals = service.get(CONTENT + "/1?include_signals=true").json().path("signals");
		assertThat(signals.propertyNames()).containsExactlyInAnyOrder("pdq", "vpdq", "video_md5");
		assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH).text()).as("once, with all its records")
				.isEqualTo("{\"matches\":[1]}");
		service.delete(CONTENT + "/1");
		assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH).text()).isEqualTo("{\"matches\":[]}");
	}

	@Test
	void addSignal_wrong_is400() {
		for (String body : new String[]{"{}", "{\"pdq\":\"xyz\"}", "{\"pdq\":1}", "{\"nope\":\"a\"}", "{\"pdq\":\"\"}",
				"{\"vpdq\":\"[]\"}", "{\"vpdq\":\"[1]\"}", "{\"vpdq\":\"[\\\"a,b,c\\\"]\"}", "{\"video_md5\":\"" + HASH + "\"}",
				"{\"pdq\":\"" + HASH + "\",\"note\":\"" + "x".repeat(256) + "\"}"}) {
			Answer answer = service.post("/c/bank/BANK/signal", body);
			assertThat(answer.status()).as(body).isEqualTo(400);
			assertThat(answer.message()).doesNotContain(HASH);
		}
		assertThat(service.post("/c/bank/NO_BANK/signal", "{}").message()).isEqualTo("bank 'NO_BANK' not found");
		assertThat(service.get("/m/index/status").json().path("pdq").path("size").asLong()).isZero();
	}

	@Test
	void addFile_withMetadata_isShownAsItWasGiven() {
		byte[] photo = Pictures.photo(1);
		Map<String, String> fields = Map.of("note", "seen", "metadata",
				"{\"content_id\":\"ext-1\",\"content_uri\":\"https://example.com/1\",\"json\":{\"a\":{\"b\":\"값\"}}}");
		Answer added = service.upload(CONTENT, "photo", photo, fields);
		assertThat(added.status()).as(added.text()).isEqualTo(200);
		JsonNode shown = service.get(CONTENT + "/1").json();
		assertThat(shown.path("note").asString()).isEqualTo("seen");
		assertThat(shown.path("metadata").path("content_id").asString()).isEqualTo("ext-1");
		assertThat(shown.path("metadata").path("content_uri").asString()).isEqualTo("https://example.com/1");
		assertThat(shown.path("metadata").path("json").path("a").path("b").asString()).isEqualTo("값");
		assertThat(service.get(CONTENT + "/1?include_metadata=false").json().has("metadata")).isFalse();
		assertThat(added.json().path("signals").path("pdq").asString())
				.isEqualTo(service.upload("/h/hash", "photo", photo).json().path("pdq").asString());
		assertThat(service.upload("/m/lookup", "photo", photo).text())
				.isEqualTo("{\"pdq\":{\"BANK\":[{\"bank_content_id\":1,\"distance\":\"0\"}]}}");
	}

	/** coop sends the object itself, and the other two as fields. */
	@Test
	void addFile_metadataInCoopsForm_isTaken() {
		service.upload(CONTENT, "photo", Pictures.photo(1), Map.of("content_id", "c1", "metadata", "{\"any\":1}"));
		JsonNode metadata = service.get(CONTENT + "/1").json().path("metadata");
		assertThat(metadata.path("content_id").asString()).isEqualTo("c1");
		assertThat(metadata.path("json").path("any").asInt()).isEqualTo(1);
	}

	@Test
	void addFile_wrongMetadata_is400() {
		byte[] photo = Pictures.photo(1);
		for (String metadata : new String[]{"[]", "x", "{\"content_id\":5}", "{\"json\":[]}", "{\"content_id\":\"a\",\"other\":1}"}) {
			assertThat(service.upload(CONTENT, "photo", photo, Map.of("metadata", metadata)).status()).as(metadata).isEqualTo(400);
		}
		assertThat(service.upload(CONTENT, "photo", photo, Map.of("note", "x".repeat(256))).status()).isEqualTo(400);
		assertThat(service.post(CONTENT + "?url=http://x/y.jpg", "{\"metadata\":{\"invalid_metadata\":5}}").status()).isEqualTo(400);
		assertThat(service.post(CONTENT + "?url=http://x/y.jpg", "{\"metadata\":{\"content_id\":\"1\"}}").status()).isEqualTo(403);
		assertThat(service.post(CONTENT, "{}").status()).isEqualTo(400);
	}

	@Test
	void update_setsDisablingAndNote() {
		service.add("BANK", HASH);
		long inAYear = Instant.now().getEpochSecond() + 365 * 86_400;
		Answer updated = service.put(CONTENT + "/1", "{\"disable_until_ts\":" + inAYear + "}");
		assertThat(updated.json().path("disable_until_ts").asLong()).isEqualTo(inAYear);
		assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + HASH).text()).isEqualTo("{}");
		for (String bad : new String[]{"9999999999", "-1", "\"x\"", "null"}) {
			assertThat(service.put(CONTENT + "/1", "{\"disable_until_ts\":" + bad + "}").status()).as(bad).isEqualTo(400);
		}
		service.put(CONTENT + "/1", "{\"note\":\"Initial note\"}");
		assertThat(service.get(CONTENT + "/1").json().path("note").asString()).isEqualTo("Initial note");
		service.put(CONTENT + "/1", "{\"note\":\"\"}");
		assertThat(service.get(CONTENT + "/1").json().has("note")).isFalse();
		assertThat(service.put(CONTENT + "/99", "{}").status()).isEqualTo(404);
	}

	@Test
	void delete_countsWhatWasThere() {
		service.add("BANK", HASH);
		service.bank("OTHER");
		assertThat(service.delete("/c/bank/OTHER/content/1").text()).as("of another bank").isEqualTo("{\"deleted\":0}");
		assertThat(service.delete(CONTENT + "/1").text()).isEqualTo("{\"deleted\":1}");
		assertThat(service.delete(CONTENT + "/1").text()).isEqualTo("{\"deleted\":0}");
		assertThat(service.get(CONTENT + "/1").status()).isEqualTo(404);
		assertThat(service.get(CONTENT + "/x").status()).isEqualTo(404);
		assertThat(service.delete("/c/bank/NO_BANK/content/1").status()).isEqualTo(404);
	}

	@Test
	void restart_keepsEverything() {
		service.upload(CONTENT, "photo", Pictures.photo(1), Map.of("note", "kept"));
		service.close();
		service = Service.start(folder.resolve("index"));
		assertThat(service.get(CONTENT + "/1").json().path("note").asString()).isEqualTo("kept");
		assertThat(service.upload("/m/lookup", "photo", Pictures.photo(1)).json().path("pdq").path("BANK").size()).isEqualTo(1);
		assertThat(service.add("BANK", HASH)).isEqualTo(2);
	}
}
