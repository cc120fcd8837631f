package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.policy.Verdict;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page at {@code /} and what it asks for. */
class PageTest {

	private static final Pattern ELSEWHERE = Pattern
			.compile("https?://|//[a-z]|@import|url\\(|eval\\(|innerHTML|localStorage|document\\.cookie");

	/** Texts whose keys end with a word of the service. */
	private static final List<String> WORDS = List.of("change.", "error.", "standing.", "decision.", "reason.");

	@TempDir
	private Path folder;

	private Service start() {
		return Service.start(folder.resolve("index"));
	}

	private static String language(Service service, String accepted) {
		String html = service.send(service.request("/").header("Accept-Language", accepted).GET()).text();
		return html.replaceAll("(?s).*<html lang=\"([a-z]+)\".*", "$1");
	}

	@Test
	void page_isInTheLanguageThatIsWishedFor() {
		try (Service service = start()) {
			assertThat(language(service, "ko-KR,ko;q=0.9,en;q=0.8")).isEqualTo("ko");
			assertThat(language(service, "en-GB,en;q=0.9,ko;q=0.8")).isEqualTo("en");
			assertThat(language(service, "de, ko;q=0.5")).isEqualTo("ko");
			assertThat(language(service, "fr")).isEqualTo("en");
			assertThat(language(service, ";;;")).isEqualTo("en");
		}
	}

	@Test
	void files_loadNothingFromElsewhere_andSayThatTheyMayNot() {
		try (Service service = start()) {
			for (String path : List.of("/", "/page/page.css", "/page/page.js", "/page/en.json", "/page/ko.json")) {
				Answer answer = service.get(path);
				assertThat(answer.status()).as(path).isEqualTo(200);
				assertThat(String.valueOf(answer.headers().get("content-security-policy")))
						.contains("default-src 'none'", "connect-src 'self'")
						.doesNotContain("unsafe", "*", "http");
				assertThat(answer.headers().get("referrer-policy")).containsExactly("no-referrer");
				assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
				assertThat(ELSEWHERE.matcher(answer.text()).results().map(MatchResult::group)).as(path).isEmpty();
			}
			assertThat(service.get("/").text()).as("the policy forbids both").doesNotContain(" style=", "<script>", " onclick");
		}
	}

	@Test
	void texts_haveTheSameKeys_andThePageUsesThem() {
		try (Service service = start()) {
			Set<String> english = keys(service.get("/page/en.json").json());
			assertThat(keys(service.get("/page/ko.json").json())).isEqualTo(english);
			for (String key : english) {
				String en = service.get("/page/en.json").json().path(key).asString();
				String ko = service.get("/page/ko.json").json().path(key).asString();
				if (!key.equals("status.one")) {
					assertThat(placeholders(ko)).as(key).isEqualTo(placeholders(en));
				}
				assertThat(ko).as(key).isNotEqualTo(en);
			}
			String used = service.get("/").text() + service.get("/page/page.js").text();
			Set<String> named = new TreeSet<>(Pattern.compile("data-(?:text|label)=\"([^\"]+)\"").matcher(used).results()
					.map(result -> result.group(1)).toList());
			assertThat(english).containsAll(named).hasSizeGreaterThan(40);
			assertThat(english).allMatch(key -> used.contains(key) || WORDS.stream().anyMatch(key::startsWith));
		}
	}

	private static Set<String> keys(JsonNode texts) {
		return new TreeSet<>(texts.propertyNames());
	}

	private static List<String> placeholders(String text) {
		return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).sorted().toList();
	}

	@Test
	void match_hashOrFile_showsWhatThereIs() {
		try (Service service = start()) {
			service.bank("BANK");
			service.add("BANK", AllPaths.HASH);
			service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
			service.put("/c/bank/BANK/content/2", "{\"disable_until_ts\":0}");
			JsonNode hash = service.post("/page/match", "{\"hash\":\" " + AllPaths.HASH.toUpperCase(java.util.Locale.ROOT) + "\"}").json();
			assertThat(hash.path("decision").asString()).isEqualTo("block");
			JsonNode match = hash.at("/matches/0");
			assertThat(match.path("distance").asInt()).isZero();
			assertThat(match.path("radius").asInt()).isEqualTo(31);
			assertThat(match.at("/explanation/en").asString()).isEqualTo("Identical to a listed picture; it is listed to be blocked.");
			assertThat(match.at("/explanation/ko").asString()).isEqualTo("등록된 사진과 같습니다. 차단 대상으로 등록되어 있습니다.");
			JsonNode file = file(service, Pictures.mirrored(3)).json();
			assertThat(file.path("decision").asString()).isEqualTo("none");
			assertThat(file.path("matches").size()).isEqualTo(1);
			assertThat(file.at("/matches/0/standing").asString()).as("shown although it is off").isEqualTo("disabled");
			assertThat(file.at("/matches/0/explanation/en").asString()).contains("mirrored", "switched off");
			service.put("/c/bank/BANK", "{\"enabled_ratio\":0}");
			JsonNode off = service.post("/page/match", "{\"hash\":\"" + AllPaths.HASH + "\"}").json();
			assertThat(off.at("/matches/0/standing").asString()).as("its bank is off").isEqualTo("disabled");
			assertThat(file(service, Pictures.photo(4)).json().path("matches").size()).isZero();
			assertThat(file(service, new byte[]{1}).status()).isEqualTo(400);
			Answer wrong = service.post("/page/match", "{\"hash\":\"" + AllPaths.HASH + "0\"}");
			assertThat(wrong.status()).isEqualTo(400);
			assertThat(wrong.text()).doesNotContain(AllPaths.HASH);
		}
	}

	private static Answer file(Service service, byte[] content) {
		return service.send(service.request("/page/match").header("Content-Type", "application/octet-stream")
				.POST(BodyPublishers.ofByteArray(content)));
	}

	@Test
	void state_showsBanksAndLatestChanges() {
		try (Service service = start()) {
			service.bank("BANK");
			service.add("BANK", AllPaths.HASH);
			service.put("/c/bank/BANK", "{\"enabled_ratio\":0.5}");
			JsonNode state = service.get("/page/state").json();
			assertThat(state.path("records").asLong()).isEqualTo(1);
			assertThat(state.path("banks").path(0).toString()).isEqualTo(
					"{\"name\":\"BANK\",\"purpose\":\"block\",\"radius\":31,\"quality_floor\":50,\"enabled_ratio\":0.5,\"test_mode\":false,"
							+ "\"media\":1,\"records\":1,\"below_floor\":0,\"quarantined\":0}");
			assertThat(state.path("changes").path(0).path("kind").asString()).isEqualTo("bank_updated");
			assertThat(state.path("changes").path(0).has("content")).as("a change of a bank has no content").isFalse();
			assertThat(state.path("changes").path(1).path("content").asLong()).isEqualTo(1);
		}
	}

	/** The page has a text for every word that a verdict can have. */
	@Test
	void texts_coverEveryWordOfAVerdict() {
		try (Service service = start()) {
			Set<String> texts = keys(service.get("/page/en.json").json());
			assertThat(texts).containsAll(Stream.of(Verdict.Standing.values()).map(each -> "standing." + each.word()).toList());
			assertThat(texts).containsAll(Stream.of(Verdict.Decision.values()).filter(each -> each != Verdict.Decision.UNDECIDED)
					.map(each -> "decision." + each.word()).toList());
			Set<Verdict.Reason> errors = Set.of(Verdict.Reason.UNREADABLE, Verdict.Reason.UNAVAILABLE); // answered with 400 and 503
			assertThat(texts).containsAll(Stream.of(Verdict.Reason.values()).filter(each -> !errors.contains(each))
					.map(each -> "reason." + each.word()).toList());
		}
	}

	/** A lookup by a moderator is not an upload: 300 of them would otherwise put the record into quarantine. */
	@Test
	void match_manyLookups_quarantineNothing() {
		try (Service service = start()) {
			service.bank("BANK");
			service.add("BANK", AllPaths.HASH);
			String near = AllPaths.HASH.replace("f8f8", "0707");
			for (int i = 0; i < 300; i++) {
				assertThat(service.post("/page/match", "{\"hash\":\"" + near + "\"}").json().path("decision").asString())
						.isEqualTo("block");
			}
			assertThat(service.get("/page/state").json().at("/banks/0/quarantined").asInt()).isZero();
		}
	}

	/** A browser names the page's own address as the origin of what it sends. */
	@Test
	void ownOrigin_needsNoKey_andAnotherIsRefused() {
		try (Service service = start()) {
			String own = "http://127.0.0.1:" + service.port();
			assertThat(service.send(service.request("/page/state").header("Origin", own).GET()).status()).isEqualTo(200);
			for (String origin : List.of("null", "http://127.0.0.1:1", "http://127.0.0.1", "http://evil.example", own + ".evil.example")) {
				assertThat(service.send(service.request("/page/state").header("Origin", origin).GET()).status()).as(origin).isEqualTo(403);
			}
		}
	}

	@Test
	void page_needsNoKey_whatItAsksForDoes() throws IOException {
		Path index = folder.resolve("index");
		start().close();
		try (KeyRing keys = KeyRing.open(index)) {
			assertThat(keys.create("someone", Set.of(Role.MATCH), null, null)).isPresent();
		}
		try (Service service = start()) {
			assertThat(service.get("/").status()).isEqualTo(200);
			assertThat(service.get("/page/state").status()).isEqualTo(401);
			assertThat(service.post("/page/match", "{\"hash\":\"" + AllPaths.HASH + "\"}").status()).isEqualTo(401);
		}
	}
}
