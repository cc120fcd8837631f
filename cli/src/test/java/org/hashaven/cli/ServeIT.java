package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code haven serve}: the real program, asked over HTTP. */
class ServeIT {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

	@TempDir
	private Path folder;

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofString());
		}
	}

	private static HttpRequest.Builder post(String url, String json) {
		return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(json));
	}

	private Process start(String... arguments) throws IOException {
		return new Program(folder).builder(arguments).redirectError(Redirect.to(folder.resolve("err").toFile())).start();
	}

	private static String address(Process process) throws IOException {
		BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
		return String.valueOf(out.readLine());
	}

	/** An index may have the name of another command. */
	@Test
	void serve_addsAndMatches_untilItIsAskedToEnd() throws IOException, InterruptedException {
		Process process = start("serve", "index", "--port", "0");
		try {
			String address = address(process);
			assertThat(address).startsWith("http://127.0.0.1:");
			assertThat(send(post(address + "/c/banks", "{\"name\":\"BANK\"}")).statusCode()).isEqualTo(201);
			assertThat(send(post(address + "/c/bank/BANK/signal", "{\"pdq\":\"" + HASH + "\"}")).statusCode()).isEqualTo(200);
			assertThat(send(HttpRequest.newBuilder(URI.create(address + "/m/lookup?signal_type=pdq&signal=" + HASH))).body())
					.isEqualTo("{\"BANK\":[{\"bank_content_id\":1,\"distance\":\"0\"}]}");
			process.destroy();
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).isZero();
		} finally {
			process.destroyForcibly().waitFor();
		}
		assertThat(Program.text(folder.resolve("err"))).isEqualTo("haven: The service is ready. To stop it: Ctrl-C or SIGTERM\n");
		Program.Result match = new Program(folder).run("match", "--format", "csv", "index", HASH);
		assertThat(match.status()).as("the index is an index like any other").isZero();
		assertThat(match.out()).contains("BANK");
	}

	@Test
	void keys_areMadeListedAndRevoked() throws IOException {
		Program program = new Program(folder);
		program.run("index", "create", "blocklist");
		Program.Result made = program.run("serve", "blocklist", "--new-key", "match,hash", "--key-name", "uploads");
		assertThat(made.status()).isZero();
		assertThat(made.out()).matches("haven_[A-Za-z0-9_-]{43}\n");
		assertThat(made.err()).contains("only this once");
		assertThat(program.run("serve", "blocklist", "--new-key", "match", "--key-name", "uploads").status()).isEqualTo(2);
		assertThat(program.run("serve", "blocklist", "--new-key", "king").err()).contains("hash, match, curate, replicate, monitor, admin");
		assertThat(program.run("serve", "blocklist", "--list-keys").out()).isEqualTo("uploads\thash,match\t-\t-\n");
		assertThat(program.run("serve", "blocklist", "--revoke-key", "uploads").status()).isZero();
		assertThat(program.run("serve", "blocklist", "--revoke-key", "uploads").status()).isEqualTo(2);
		assertThat(program.run("serve", "nothing", "--list-keys").status()).isEqualTo(2);
	}

	@Test
	void serve_whatCannotBe_isSaidInOneLine() throws IOException {
		Program program = new Program(folder);
		Program.Result open = program.run("serve", "index", "--host", "0.0.0.0", "--port", "0");
		assertThat(open.status()).isEqualTo(2);
		assertThat(open.err().lines()).hasSize(1).first().asString().contains("--new-key");
		Program.Result korean = program.run("serve", "--lang", "ko", "index", "--host", "0.0.0.0", "--port", "0");
		assertThat(korean.err()).contains("API 키");
		Files.writeString(folder.resolve("file"), "x");
		Program.Result file = program.run("serve", "file");
		assertThat(file.status()).isEqualTo(2);
		assertThat(file.err().lines()).hasSize(1);
	}

	/** The command line before the environment, the environment before the file; what is no setting is one clear error. */
	@Test
	void settings_comeFromFileAndEnvironment_andSlipsAreErrors() throws IOException, InterruptedException {
		Path file = folder.resolve("haven.properties");
		Files.writeString(file, "host=nowhere.invalid\nport=1\nthreads=1\nhook-unjudged=open\nv1-unjudged=closed\nremember=30d\n");
		ProcessBuilder builder = new ProcessBuilder(Program.file(), "serve", "index", "--port", "0").directory(folder.toFile());
		builder.environment().put("HAVEN_SERVE_CONFIG", file.toString());
		builder.environment().put("HAVEN_SERVE_HOST", "127.0.0.1");
		Process process = builder.redirectError(Redirect.to(folder.resolve("err").toFile())).start();
		try {
			String address = address(process);
			assertThat(address).startsWith("http://127.0.0.1:").isNotEqualTo("http://127.0.0.1:1");
			HttpResponse<String> unjudged = send(HttpRequest.newBuilder(URI.create(address + "/hooks/pict-rs"))
					.header("Content-Type", "image/png").POST(HttpRequest.BodyPublishers.ofString("nothing")));
			assertThat(unjudged.statusCode()).as(unjudged.body()).isEqualTo(200);
			assertThat(unjudged(address)).contains("\"decision\":\"undecided\"", "\"action\":\"block\"", "\"policy\":\"fail_closed\"");
			assertThat(send(HttpRequest.newBuilder(URI.create(address + "/metrics"))).body()).contains("haven_remembered",
					"jvm_memory_used_bytes");
			assertThat(send(HttpRequest.newBuilder(URI.create(address + "/"))).body()).contains("<html lang=");
		} finally {
			process.destroy();
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
		Program program = new Program(folder);
		for (String wrong : List.of("prot=5100", "port=many", "port=70000", "hook-unjudged=maybe", "v1-unjudged=1", "remember=0d",
				"remember=soon",
				"follow=ftp://x", "webhook=ftp://x", "webhook=https://example.invalid/", "tls-key=x",
				"tls-certificate=none")) {
			Files.writeString(file, wrong + "\n");
			Program.Result result = program.run("serve", "index", "--config", file.toString());
			assertThat(result.status()).as(wrong).isEqualTo(2);
			assertThat(result.err().lines()).as(wrong).hasSize(1);
		}
		Process open = start("serve", "index", "--port", "0", "--v1-unjudged", "open");
		try {
			assertThat(unjudged(address(open))).contains("\"decision\":\"undecided\"", "\"action\":\"allow\"", "\"policy\":\"fail_open\"");
		} finally {
			open.destroy();
			assertThat(open.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(program.run("serve", "index", "--config", "missing").err()).contains("settings file");
	}

	/** What {@code /v1} says of a file that is no picture. */
	private static String unjudged(String address) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address + "/v1/match/upload")).header("Content-Type", "application/octet-stream")
				.POST(HttpRequest.BodyPublishers.ofString("nothing"))).body();
	}

	@Test
	void backupAndAudit_ofAServiceThatIsStopped() throws IOException {
		Program program = new Program(folder);
		program.run("index", "create", "index");
		program.run("serve", "index", "--new-key", "admin");
		assertThat(program.run("serve", "index", "--backup", "copy").status()).isZero();
		assertThat(program.run("serve", "index", "--backup", "copy").status()).isEqualTo(2);
		Program.Result audit = program.run("serve", "copy", "--audit");
		assertThat(audit.status()).isZero();
		assertThat(audit.out()).matches("1\t[0-9TZ:-]+\tlocal\tkey-created admin admin\t-\t-\n");
		assertThat(audit.err()).contains("intact").containsPattern("[0-9a-f]{64}");
	}

	@Test
	void scannerScript_answersAsMatrixContentScannerExpects() throws IOException, InterruptedException {
		Program program = new Program(folder);
		program.run("index", "create", "index");
		Files.writeString(folder.resolve("damaged"), "no picture");
		assertThat(scan("damaged")).as("not judged, not to be cached").isEqualTo(3);
		TestPictures.photo(folder.resolve("listed.jpg"), 1);
		TestPictures.photo(folder.resolve("other.jpg"), 2);
		program.run("index", "add", "index", "listed.jpg");
		assertThat(scan("listed.jpg")).isEqualTo(1);
		assertThat(scan("other.jpg")).isZero();
	}

	private int scan(String file) throws IOException, InterruptedException {
		ProcessBuilder script = new ProcessBuilder(Path.of("src/deploy/matrix-content-scanner.sh").toAbsolutePath().toString(), file)
				.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
		script.environment().put("HAVEN", Program.file());
		script.environment().put("HAVEN_INDEX", "index");
		return script.start().waitFor();
	}

	@Test
	void survivorsClassPath_hasNoServer() throws IOException {
		Path app = Path.of(Program.file()).resolve("../../lib/app").normalize();
		List<String> ofService = List.of("hashaven-server", "helidon", "sqlite", "fileupload", "databind", "micrometer", "prometheus");
		try (Stream<Path> jars = Files.list(app)) {
			assertThat(jars.map(jar -> jar.getFileName().toString())).noneMatch(name -> ofService.stream().anyMatch(name::contains));
		}
		try (Stream<Path> jars = Files.list(app.resolve("server"))) {
			assertThat(jars.map(jar -> jar.getFileName().toString())).anyMatch(name -> name.startsWith("hashaven-server"))
					.anyMatch(name -> name.startsWith("helidon-webserver")).noneMatch(name -> name.startsWith("hashaven-core"));
		}
		assertThat(Program.text(app.resolve("haven.cfg"))).doesNotContain("helidon");
	}
}
