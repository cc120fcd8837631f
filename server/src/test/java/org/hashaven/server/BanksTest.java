package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hashaven.server.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /c/banks}, {@code /c/bank/<name>}. */
class BanksTest {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
	}

	@AfterEach
	void stop() {
		service.close();
	}

	@Test
	void list_newIndex_isEmpty() {
		assertThat(service.get("/c/banks")).extracting(Answer::status, Answer::text).containsExactly(200, "[]");
	}

	@Test
	void create_validName_isListed() {
		Answer created = service.post("/c/banks", "{\"name\":\"MY_TEST_BANK_01\"}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text()).isEqualTo("{\"name\":\"MY_TEST_BANK_01\",\"matching_enabled_ratio\":1.0}");
		assertThat(service.get("/c/banks").text()).isEqualTo("[" + created.text() + "]");
		assertThat(service.get("/c/bank/MY_TEST_BANK_01").text()).isEqualTo(created.text());
	}

	@Test
	void create_badName_is400() {
		for (String name : new String[]{"01_TEST_BANK", "my_test_bank", "", "A-B", "A B", "../X", "BÄNK", "A".repeat(300)}) {
			Answer answer = service.post("/c/banks", "{\"name\":\"" + name + "\"}");
			assertThat(answer.status()).as(name).isEqualTo(400);
			assertThat(answer.message()).contains("UPPER_WITH_UNDERSCORE");
		}
	}

	@Test
	void create_nameTaken_is403() {
		service.bank("BANK");
		Answer answer = service.post("/c/banks", "{\"name\":\"BANK\"}");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.message()).isEqualTo("Bank already exists");
	}

	/** FetLife sends booleans as strings, coop sends ratios as strings. */
	@Test
	void create_ratioOrEnabledAsText_isTaken() {
		assertThat(service.post("/c/banks", "{\"name\":\"A\",\"enabled_ratio\":\"0.25\"}").json().get("matching_enabled_ratio").asDouble())
				.isEqualTo(0.25);
		assertThat(service.post("/c/banks", "{\"name\":\"B\",\"enabled\":\"false\"}").json().get("matching_enabled_ratio").asDouble())
				.isZero();
		assertThat(service.post("/c/banks", "{\"name\":\"C\",\"enabled\":\"true\",\"matching_enabled_ratio\":1.0}").status())
				.isEqualTo(201);
		assertThat(service.post("/c/banks", "{\"name\":\"D\",\"enabled_ratio\":1.5}").status()).isEqualTo(400);
		assertThat(service.post("/c/banks", "{\"name\":\"D\",\"enabled_ratio\":\"NaN\"}").status()).isEqualTo(400);
		assertThat(service.post("/c/banks", "{\"name\":\"D\",\"enabled\":\"perhaps\"}").status()).isEqualTo(400);
	}

	@Test
	void create_noJson_isRefused() {
		assertThat(service.post("/c/banks", "[1]").status()).isEqualTo(400);
		assertThat(service.post("/c/banks", "{\"name\":").status()).isEqualTo(400);
		assertThat(service.post("/c/banks", "{\"name\":1}").status()).isEqualTo(400);
		assertThat(service.post("/c/banks", "[".repeat(100_000)).status()).isEqualTo(400);
		assertThat(service.send(service.request("/c/banks").POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))).status())
				.isEqualTo(415);
	}

	@Test
	void update_renamesAndSetsTheRatio() {
		service.bank("MY_TEST_BANK");
		assertThat(service.put("/c/bank/MY_TEST_BANK", "{\"name\":\"1_invalid_name\"}").status()).isEqualTo(400);
		assertThat(service.put("/c/bank/MY_TEST_BANK", "{\"name\":\"RENAMED\"}").json().get("name").asString()).isEqualTo("RENAMED");
		assertThat(service.put("/c/bank/RENAMED", "{\"enabled\":false}").json().get("matching_enabled_ratio").asDouble()).isZero();
		assertThat(service.put("/c/bank/RENAMED", "{\"enabled_ratio\":0.5}").json().get("matching_enabled_ratio").asDouble())
				.isEqualTo(0.5);
		assertThat(service.get("/c/banks").text()).isEqualTo("[{\"name\":\"RENAMED\",\"matching_enabled_ratio\":0.5}]");
		assertThat(service.put("/c/bank/MY_TEST_BANK", "{}").status()).isEqualTo(404);
		service.bank("OTHER");
		assertThat(service.put("/c/bank/OTHER", "{\"name\":\"RENAMED\"}").status()).isEqualTo(403);
	}

	@Test
	void update_renamedBank_keepsItsContents_andItsOldNameIsFree() {
		service.bank("OLD");
		long id = service.add("OLD", HASH);
		service.put("/c/bank/OLD", "{\"name\":\"NEW\"}");
		service.bank("OLD");
		assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + HASH).text())
				.isEqualTo("{\"NEW\":[{\"bank_content_id\":" + id + ",\"distance\":\"0\"}]}");
		assertThat(service.get("/c/bank/OLD/content/" + id).status()).isEqualTo(404);
	}

	@Test
	void delete_withdrawsItsContents_andOneThatIsNotThereDoesNotMatter() {
		service.bank("BANK");
		service.add("BANK", HASH);
		for (int i = 0; i < 2; i++) {
			assertThat(service.delete("/c/bank/BANK")).extracting(Answer::status, Answer::text)
					.containsExactly(200, "{\"message\":\"Done\"}");
		}
		assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH).text()).isEqualTo("{\"matches\":[]}");
		service.bank("BANK");
		assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH).text()).as("made again").isEqualTo("{\"matches\":[]}");
		assertThat(service.add("BANK", HASH)).as("ids are not given again").isEqualTo(2);
	}

	@Test
	void show_unknownBank_is404WithItsName() {
		Answer answer = service.get("/c/bank/NO_BANK");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.message()).isEqualTo("bank 'NO_BANK' not found");
	}

	@Test
	void path_slashesRepeated_isTheSamePath() {
		assertThat(service.post("//c/banks", "{\"name\":\"BANK\"}").status()).isEqualTo(201);
		assertThat(service.get("//c//bank/BANK").status()).isEqualTo(200);
	}

	@Test
	void pathsAndMethods_thatDoNotExist_are404And405() {
		assertThat(service.get("/nothing").status()).isEqualTo(404);
		assertThat(service.get("/c/bank/").status()).isEqualTo(404);
		assertThat(service.get("/c/bank/A%2F..%2FB").status()).isEqualTo(404);
		Answer wrong = service.delete("/c/banks");
		assertThat(wrong.status()).isEqualTo(405);
		assertThat(wrong.headers().get("allow")).containsExactly("GET, POST");
	}
}
