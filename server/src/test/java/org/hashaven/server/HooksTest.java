package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks, asked as the programs ask that have them. */
class HooksTest {

	private static final byte[] LISTED = Pictures.photo(3);

	@TempDir
	private Path folder;

	private Service start(boolean failsOpen) {
		Service service = Service.start(folder.resolve("index"),
				ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withHooksFailOpen(failsOpen)));
		service.bank("BANK");
		service.upload("/c/bank/BANK/content", "photo", LISTED);
		return service;
	}

	/** As pict-rs does: a stream of unknown length with the media type that it has found out. */
	private static Answer validate(Service service, String type, byte[] file) {
		return service.send(service.request("/hooks/pict-rs").header("Content-Type", type)
				.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))));
	}

	@Test
	void pictRs_listedOrNot_is406Or200() {
		try (Service service = start(false)) {
			Answer match = validate(service, "image/jpeg", Pictures.mirrored(3));
			assertThat(match.status()).isEqualTo(406);
			assertThat(match.text()).isEqualTo("{\"verdict\":\"match\"}");
			Answer other = validate(service, "image/webp", Pictures.photo(4));
			assertThat(other.status()).as("what a file is, its content says").isEqualTo(200);
			assertThat(other.text()).isEqualTo("{\"verdict\":\"no_match\"}");
			assertThat(validate(service, "video/mp4", Pictures.video()).status()).isEqualTo(200);
		}
	}

	@Test
	void pictRs_notJudged_isAsSet_andSaysSo() {
		byte[] half = Arrays.copyOf(Pictures.photo(5), Pictures.photo(5).length / 2);
		try (Service service = start(false)) {
			for (byte[] bad : new byte[][]{half, "no picture".getBytes(StandardCharsets.UTF_8), {}}) {
				Answer answer = validate(service, "image/jpeg", bad);
				assertThat(answer.status()).as(answer.text()).isEqualTo(406);
				assertThat(answer.text()).startsWith("{\"verdict\":\"not_judged\",\"policy\":\"closed\",\"reason\":\"");
			}
		}
		try (Service service = Service.start(folder.resolve("open"),
				ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withHooksFailOpen(true)))) {
			service.bank("BANK");
			service.upload("/c/bank/BANK/content", "photo", LISTED);
			Answer answer = validate(service, "image/jpeg", half);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).startsWith("{\"verdict\":\"not_judged\",\"policy\":\"open\",\"reason\":\"");
			assertThat(validate(service, "image/jpeg", LISTED).status()).as("what is judged is judged").isEqualTo(406);
		}
	}

	/** pict-rs takes a key only within the URL, which its HTTP client sends as a password. */
	@Test
	void pictRs_keyInItsUrl_isTaken_andNoOther() throws IOException {
		Path index = folder.resolve("index");
		start(true).close();
		String key;
		String curate;
		try (KeyRing keys = KeyRing.open(index)) {
			key = keys.create("pict-rs", Set.of(Role.MATCH), null, null).orElseThrow();
			curate = keys.create("curator", Set.of(Role.CURATE), null, null).orElseThrow();
		}
		try (Service service = Service.start(index,
				ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withHooksFailOpen(true)))) {
			assertThat(basic(service, "pict-rs:" + key)).isEqualTo(406);
			assertThat(basic(service, ":" + key)).isEqualTo(406);
			assertThat(basic(service, "pict-rs:" + curate)).as("an open hook is not open to all").isEqualTo(403);
			assertThat(basic(service, "pict-rs:" + key + "x")).isEqualTo(401);
			assertThat(basic(service, "")).isEqualTo(401);
			assertThat(validate(service, "image/jpeg", LISTED).status()).isEqualTo(401);
		}
	}

	private static int basic(Service service, String pair) {
		String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
		return service.send(service.request("/hooks/pict-rs").header("Authorization", "Basic " + encoded)
				.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LISTED)))).status();
	}

	@Test
	void pictRs_fileBeyondTheLimit_isRefused() {
		try (Service service = start(true)) {
			assertThat(validate(service, "image/jpeg", new byte[41 << 20]).status()).isEqualTo(413);
			assertThat(validate(service, "image/jpeg", Pictures.photo(4)).status()).isEqualTo(200);
		}
	}
}
