package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /m/…}: lookups of hashes. */
class LookupsTest {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
	private static final String MD5 = "cab08b36195edb1a1231d2d09fa450e0";
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=" + HASH;
	private static final String RAW = "/m/raw_lookup?signal_type=pdq&signal=" + HASH;

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
		for (String bank : List.of("BANK_A", "BANK_B", "BANK_C")) {
			service.bank(bank);
			service.add(bank, HASH);
		}
	}

	@AfterEach
	void stop() {
		service.close();
	}

	/** {@code HASH} with some bits turned over. */
	private static String at(int distanceBits) throws HashFormatException {
		Hash256 hash = Hash256.fromHex(HASH);
		return Hash256.ofWords(hash.word(0) ^ (distanceBits == 0 ? 0 : -1L >>> (Long.SIZE - distanceBits)), hash.word(1), hash.word(2),
				hash.word(3)).toHex();
	}

	@Test
	void lookup_givesDistanceAsText_upToTheRadius() throws HashFormatException {
		assertThat(service.get("/m/lookup?banks=BANK_A&signal_type=pdq&signal=" + at(31)).text())
				.isEqualTo("{\"BANK_A\":[{\"bank_content_id\":1,\"distance\":\"31\"}]}");
		assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + at(32)).text()).isEqualTo("{}");
		assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + at(32)).text()).isEqualTo("{\"matches\":[]}");
	}

	@Test
	void lookup_inBanks_looksInTheseOnly() {
		assertThat(service.get(LOOKUP).json().propertyNames()).containsExactlyInAnyOrder("BANK_A", "BANK_B", "BANK_C");
		assertThat(service.get(LOOKUP + "&banks=BANK_A,BANK_C").json().propertyNames()).containsExactlyInAnyOrder("BANK_A", "BANK_C");
		assertThat(service.get(LOOKUP + "&banks=NON_EXISTENT_BANK").text()).isEqualTo("{}");
		assertThat(service.get(LOOKUP + "&banks=").json().size()).as("empty is no filter").isEqualTo(3);
		assertThat(service.get(RAW + "&banks=BANK_A,BANK_B").json().get("matches").size()).isEqualTo(2);
		assertThat(service.get(RAW + "&banks=NON_EXISTENT_BANK").json().get("matches").size()).isZero();
	}

	@Test
	void rawLookup_withDistance_givesTexts() {
		assertThat(service.get(RAW + "&banks=BANK_B").text()).isEqualTo("{\"matches\":[2]}");
		assertThat(service.get(RAW + "&banks=BANK_B&include_distance=True").text())
				.isEqualTo("{\"matches\":[{\"bank_content_id\":2,\"distance\":\"0\"}]}");
		assertThat(service.get(RAW + "&banks=BANK_B&include_distance=false").text()).isEqualTo("{\"matches\":[2]}");
	}

	@Test
	void lookup_disabledContent_matchesRawOnly() {
		service.put("/c/bank/BANK_A/content/1", "{\"disable_until_ts\":0}");
		assertThat(service.get(LOOKUP + "&banks=BANK_A").text()).isEqualTo("{}");
		assertThat(service.get(RAW + "&banks=BANK_A").text()).isEqualTo("{\"matches\":[1]}");
		service.put("/c/bank/BANK_A/content/1", "{\"disable_until_ts\":\"1\"}");
		assertThat(service.get(LOOKUP + "&banks=BANK_A").json().size()).isEqualTo(1);
	}

	@Test
	void lookup_ratio_decidesByTheSeed() {
		service.put("/c/bank/BANK_A", "{\"enabled_ratio\":0}");
		assertThat(IntStream.range(0, 50).filter(i -> service.get(LOOKUP + "&banks=BANK_A").json().size() > 0).count()).isZero();
		assertThat(service.get(LOOKUP + "&banks=BANK_A&bypass_coinflip=true").text()).as("without effect in a GET").isEqualTo("{}");
		service.put("/c/bank/BANK_A", "{\"enabled_ratio\":0.5}");
		boolean[] first = new boolean[64];
		for (int round = 0; round < 2; round++) {
			int matched = 0;
			for (int seed = 0; seed < first.length; seed++) {
				boolean found = service.get(LOOKUP + "&banks=BANK_A&seed=content-" + seed).json().size() > 0;
				matched += found ? 1 : 0;
				assertThat(round == 0 || found == first[seed]).as("the same seed gives the same answer").isTrue();
				first[seed] = found;
			}
			assertThat(matched).isBetween(16, 48);
		}
	}

	@Test
	void lookup_md5_findsTheIdenticalFile() {
		service.post("/c/bank/BANK_A/signal", "{\"video_md5\":\"" + MD5 + "\"}");
		assertThat(service.get("/m/lookup?signal_type=video_md5&signal=" + MD5.toUpperCase(java.util.Locale.ROOT)).text())
				.isEqualTo("{\"BANK_A\":[{\"bank_content_id\":4,\"distance\":\"-\"}]}");
		assertThat(service.get("/m/raw_lookup?signal_type=video_md5&signal=" + MD5).text()).isEqualTo("{\"matches\":[4]}");
		service.delete("/c/bank/BANK_A/content/4");
		assertThat(service.get("/m/lookup?signal_type=video_md5&signal=" + MD5).text()).isEqualTo("{}");
	}

	@Test
	void lookup_vpdq_findsTheVideo() throws HashFormatException {
		String signal = "[\"" + HASH + ",100,0.000\",\"" + at(40) + ",100,1.000\",\"" + Hash256.fromHex(HASH).complement().toHex()
				+ ",100,2.0\"]";
		Answer added = service.post("/c/bank/BANK_A/signal", "{\"vpdq\":" + new tools.jackson.databind.ObjectMapper()
				.writeValueAsString(signal) + "}");
		assertThat(added.status()).as(added.text()).isEqualTo(200);
		Answer found = service.get("/m/lookup?signal_type=vpdq&signal=" + Service.encoded(signal));
		assertThat(found.json().path("BANK_A").path(0).path("bank_content_id").asLong()).isEqualTo(4);
		assertThat(found.json().path("BANK_A").path(0).path("distance").asString()).isEqualTo("100%[100%]");
	}

	/** policyserv takes any JSON object for banks, whatever the status; other clients read the message of a 400. */
	@Test
	void lookup_errors_areTextUnlessTheRequestIsWrong() {
		Answer bad = service.get("/m/lookup?signal_type=pdq&signal=banana");
		assertThat(bad.status()).isEqualTo(400);
		assertThat(bad.message()).contains("invalid").doesNotContain("banana");
		assertThat(service.get("/m/lookup?signal_type=pdq").status()).isEqualTo(400);
		assertThat(service.get("/m/lookup?signal_type=nope&signal=" + HASH).status()).isEqualTo(400);
		assertThat(service.get("/m/raw_lookup?signal=" + HASH).status()).isEqualTo(400);
		service.with("Origin", "http://evil.example");
		Answer refused = service.get(LOOKUP);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).doesNotContain("{");
		assertThat(service.get(RAW).message()).as("elsewhere JSON").isNotEmpty();
	}

	@Test
	void lookup_byUrl_isRefusedInWordsThatClientsKnow() {
		Answer answer = service.get("/m/lookup?url=http://127.0.0.1/x.jpg");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.message()).contains("missing role");
		assertThat(service.get("/h/hash?url=http://127.0.0.1/x.jpg").status()).isEqualTo(403);
	}

	@Test
	void compare_givesTheDistanceAsNumber() {
		String other = "facd8bcb2a49bcebdec1985228d5ae84bcd006c187c598c720c2b087b3fdb318";
		assertThat(service.post("/m/compare",
				"{\"pdq\":[\"facd8bcb2a49bcebdec1985298d5fe84bcd006c187c598c720c3c087b3fdb318\",\"" + other + "\"]}").text())
				.isEqualTo("{\"pdq\":[true,{\"distance\":9}]}");
		assertThat(service.post("/m/compare", "{\"video_md5\":[\"" + MD5 + "\",\"" + MD5 + "\"]}").text())
				.isEqualTo("{\"video_md5\":[true,{}]}");
		for (String bad : List.of("[\"banana\"]", "{\"pdq\":\"banana\"}", "{\"pdq\":[]}", "{\"pdq\":[\"banana\",\"banana\"]}",
				"{\"pdq\":[\"" + other + "\",\"" + other + "\",\"" + other + "\"]}", "{\"x\":[\"a\",\"b\"]}")) {
			assertThat(service.post("/m/compare", bad).status()).as(bad).isEqualTo(400);
		}
	}

	@Test
	void status_and_descriptions() {
		assertThat(service.get("/status")).extracting(Answer::status, Answer::text).containsExactly(200, "I-AM-ALIVE");
		assertThat(service.get("/status/live").text()).isEqualTo("I-AM-ALIVE");
		assertThat(service.get("/m/index/status?signal_type=pdq").json().path("pdq").path("size").asLong()).isEqualTo(3);
		assertThat(service.get("/m/index/status?signal_type=nope").status()).isEqualTo(400);
		assertThat(service.get("/c/signal_type/index").json().path("pdq").path("index_out_of_date").asBoolean()).isFalse();
		assertThat(service.get("/c/content_type").text())
				.isEqualTo("[{\"name\":\"photo\",\"enabled\":true},{\"name\":\"video\",\"enabled\":true}]");
		assertThat(service.get("/openapi/openapi.json").json().path("info").path("title").asString()).isEqualTo("Open Media Match API");
		assertThat(service.get("/site-map").text()).contains("\"/c/bank/<bank_name>\"", "\"/m/lookup\"");
		assertThat(service.get("/c/exchanges").text()).isEqualTo("[]");
		assertThat(service.get("/c/exchange/X/status").message()).isEqualTo("Exchange 'X' not found");
		assertThat(service.post("/c/exchanges", "{}").status()).isEqualTo(501);
		service.server().drain();
		assertThat(service.get("/status").status()).isEqualTo(503);
		assertThat(service.get("/status/live").status()).isEqualTo(200);
	}

	@Test
	void signalType_disabled_isRefused() {
		assertThat(service.put("/c/signal_type/pdq", "{\"enabled_ratio\":\"0.0\"}").status()).isEqualTo(204);
		assertThat(service.get(LOOKUP).status()).isEqualTo(400);
		assertThat(service.get("/c/signal_type").json().get(0).path("enabled_ratio").asDouble()).isZero();
		assertThat(service.put("/c/signal_type/pdq", "{\"enabled_ratio\":1}").status()).isEqualTo(204);
		assertThat(service.get(LOOKUP).status()).isEqualTo(200);
	}
}
