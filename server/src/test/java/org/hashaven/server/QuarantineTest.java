package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A poisoned record cannot take a platform down. */
class QuarantineTest {

	private static final long SEED = 20_261_130;

	private final Random random = new Random(SEED);
	private final String poisoned = hash();
	private final String listed = hash();

	@TempDir
	private Path folder;

	private String hash() {
		return Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()).toHex();
	}

	/** A hash that differs from another in this many bits. */
	private String at(int bits, String hash) {
		byte[] bytes = HexFormat.of().parseHex(hash);
		random.ints(0, Hash256.BITS).distinct().limit(bits).forEach(bit -> bytes[bit / 8] ^= (byte) (1 << bit % 8));
		return HexFormat.of().formatHex(bytes);
	}

	/** One of the many pictures that a poisoned record matches: none is a copy of it. */
	private String victim() {
		return at(14 + random.nextInt(18), poisoned);
	}

	private void send(Service service, int uploads, int ofThemPoisoned) {
		send(service, uploads, ofThemPoisoned, this::victim);
	}

	private void send(Service service, int uploads, int some, Supplier<String> ofThem) {
		String batch = IntStream.range(0, uploads).mapToObj(i -> "{\"hash\":\"" + (i < some ? ofThem.get() : hash()) + "\"}")
				.collect(Collectors.joining(",", "[", "]"));
		assertThat(service.post("/v1/match/hashes", batch).status()).isEqualTo(200);
	}

	private static String decision(Service service, String hash) {
		return V1MatchTest.look(service, hash).get("decision").asString();
	}

	@Test
	void record_thatSuddenlyMatchesMuch_stopsBlocking_othersGoOn() {
		try (Service service = Service.start(folder.resolve("index"))) {
			V1MatchTest.put(service, "A", "{}");
			V1MatchTest.add(service, "A", "poisoned", poisoned);
			V1MatchTest.add(service, "A", "listed", listed);
			send(service, 300, 0);
			String victim = victim();
			assertThat(decision(service, victim)).isEqualTo("block");
			send(service, 40, 30);
			JsonNode verdict = V1MatchTest.look(service, victim);
			assertThat(verdict.get("decision").asString()).isEqualTo("undecided");
			assertThat(verdict.get("reason").asString()).isEqualTo("quarantined");
			assertThat(verdict.get("action").asString()).isEqualTo("allow");
			assertThat(decision(service, listed)).isEqualTo("block");
			assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + victim).text()).isEqualTo("{}");
			JsonNode entry = service.get("/v1/quarantine").json().at("/quarantine/0");
			assertThat(entry.get("id").asString()).isEqualTo("poisoned");
			assertThat(entry.get("content_id").asLong()).isEqualTo(1);
			assertThat(service.get("/metrics").text()).contains("haven_bank_quarantined{bank=\"A\"} 1.0");
			assertThat(service.get("/page/state").json().at("/banks/0/quarantined").asInt()).isEqualTo(1);
			assertThat(entry.get("matched").asLong()).isGreaterThan(entry.get("uploads").asLong() / 20);
		}
		try (Service again = Service.start(folder.resolve("index"))) {
			assertThat(decision(again, victim())).as("after a restart").isEqualTo("undecided");
			assertThat(decision(again, listed)).isEqualTo("block");
			assertThat(again.get("/metrics").text()).contains("haven_bank_quarantined{bank=\"A\"} 1.0");
			assertThat(again.post("/v1/quarantine/release", "{\"bank\":\"A\",\"id\":\"poisoned\"}").text())
					.isEqualTo("{\"released\":true}");
			assertThat(again.get("/metrics").text()).contains("haven_bank_quarantined{bank=\"A\"} 0.0");
			assertThat(again.post("/v1/quarantine/A/poisoned/release", "{}").status()).isEqualTo(404);
			send(again, 100, 100);
			assertThat(decision(again, victim())).as("released for good").isEqualTo("block");
			assertThat(again.post("/v1/withdraw", "{\"hashes\":[\"" + poisoned + "\"]}").text()).isEqualTo("{\"withdrawn\":1}");
			assertThat(decision(again, poisoned)).isEqualTo("none");
		}
	}

	@Test
	void picture_passedAroundByMany_goesOnBeingBlocked() {
		try (Service service = Service.start(folder.resolve("index"))) {
			V1MatchTest.put(service, "A", "{}");
			V1MatchTest.add(service, "A", "hers", listed);
			V1MatchTest.add(service, "A", "poisoned", poisoned);
			send(service, 300, 0);
			send(service, 100, 80, () -> at(random.nextInt(11), listed));
			assertThat(service.get("/v1/quarantine").json().get("quarantine").size()).isZero();
			assertThat(decision(service, at(8, listed))).isEqualTo("block");
			send(service, 100, 60);
			assertThat(decision(service, victim())).as("the other is held").isEqualTo("undecided");
			assertThat(decision(service, at(10, poisoned))).as("but its own copies").isEqualTo("block");
		}
	}

	@Test
	void record_inQuarantine_isWithdrawnByItsExactHash() {
		try (Service service = Service.start(folder.resolve("index"))) {
			V1MatchTest.put(service, "A", "{}");
			V1MatchTest.add(service, "A", "poisoned", poisoned);
			send(service, 300, 0);
			send(service, 40, 30);
			assertThat(decision(service, victim())).isEqualTo("undecided");
			assertThat(service.post("/v1/withdraw", "{\"hashes\":[\"" + poisoned + "\"]}").text()).isEqualTo("{\"withdrawn\":1}");
			assertThat(service.get("/v1/quarantine").json().get("quarantine").size()).isZero();
			V1MatchTest.add(service, "A", "poisoned", listed);
			assertThat(decision(service, listed)).as("another record under its id").isEqualTo("block");
		}
	}

	@Test
	void record_thatAlwaysMatchedMuch_goesOnBlocking() {
		try (Service service = Service.start(folder.resolve("index"))) {
			V1MatchTest.put(service, "A", "{}");
			V1MatchTest.add(service, "A", "popular", poisoned);
			for (int i = 0; i < 30; i++) {
				send(service, 100, 3); // 3 %: the usual traffic of this record, 3,000 uploads
			}
			send(service, 100, 40);
			assertThat(decision(service, victim())).as("6.7 % now is no sudden change").isEqualTo("block");
			assertThat(service.get("/v1/quarantine").json().get("quarantine").size()).isZero();
		}
	}
}
