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
import org.hashaven.server.Service.Answer;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page at {@code /} and what it asks for. */
class PageTest {

	private static final Pattern ELSEWHERE = Pattern
			.compile("https?://|//[a-z]|@import|url\\(|eval\\(|innerHTML|localStorage|document\\.cookie");

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
			assertThat(english).allMatch(key -> used.contains(key) || key.startsWith("change.") || key.startsWith("error."));
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
			assertThat(service.post("/page/match", "{\"hash\":\" " + AllPaths.HASH.toUpperCase(java.util.Locale.ROOT) + "\"}").text())
					.isEqualTo(
							"{\"undecided\":false,\"matches\":[{\"bank\":\"BANK\",\"content\":1,\"distance\":\"0\",\"radius\":31,\"blocks\":true,\"enabled\":true}]}");
			JsonNode file = file(service, Pictures.mirrored(3)).json();
			assertThat(file.path("matches").size()).isEqualTo(1);
			assertThat(file.path("matches").path(0).path("enabled").asBoolean()).as("shown although it is off").isFalse();
			assertThat(file(service, Pictures.photo(4)).text()).isEqualTo("{\"undecided\":false,\"matches\":[]}");
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
					"{\"name\":\"BANK\",\"media\":1,\"records\":1,\"below_floor\":0,\"radius\":31,\"blocks\":true,\"ratio\":0.5}");
			assertThat(state.path("changes").path(0).path("kind").asString()).isEqualTo("bank_updated");
			assertThat(state.path("changes").path(0).has("content")).as("a change of a bank has no content").isFalse();
			assertThat(state.path("changes").path(1).path("content").asLong()).isEqualTo(1);
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
