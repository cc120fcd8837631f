package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashaven.testdata.http.HostileClient;
import org.hashaven.testdata.http.HostileClient.Outcome;
import org.hashaven.testdata.http.HostileRequests;
import org.hashaven.testdata.http.HostileRequests.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@code HostileClients} in the benchmarks. */
class HostileClientsTest {

	private static final long SEED = 20_261_201;
	private static final int ROUNDS = 1_500;

	@TempDir
	private Path folder;

	private static HostileClient client(Service service) {
		return new HostileClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
	}

	@Test
	void fuzzedRequests_getSafeAnswers() throws IOException {
		try (Service service = Service.start(folder.resolve("index"))) {
			service.bank("HOSTILE");
			List<String> paths = HostileClient.paths(service.get("/site-map").text());
			assertThat(paths).contains("/m/lookup", "/v1/match/hashes", "/hooks/pict-rs", "/page/match", "/admin/backup", "/metrics");
			HostileRequests requests = new HostileRequests(paths, SEED);
			HostileClient client = client(service);
			Map<Integer, Integer> byStatus = new TreeMap<>();
			for (int number = 0; number < ROUNDS; number++) {
				Outcome outcome = client.send(requests.request(number));
				assertThat(outcome.faults()).as("request " + number).isEmpty();
				byStatus.merge(outcome.status(), 1, Integer::sum);
			}
			assertThat(byStatus.keySet()).as("they reach more than the parser").contains(200, 400, 404, 405, 413, 415);
			assertThat(service.get("/status").text()).isEqualTo("I-AM-ALIVE");
		}
	}

	/** A proxy in front may end the first request elsewhere than the service does. */
	@Test
	void ambiguousLengths_areOneRequestAtMost() throws IOException {
		String second = "GET /status HTTP/1.1\r\nHost: a\r\n\r\n";
		try (Service service = Service.start(folder.resolve("index"))) {
			for (String lengths : List.of("Content-Length: " + (5 + second.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
					"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
					"Content-Length: 5\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
					"Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")) {
				byte[] bytes = ("POST /v1/withdraw HTTP/1.1\r\nHost: a\r\n" + lengths + second).getBytes(StandardCharsets.US_ASCII);
				assertThat(client(service).send(new Request(bytes, "", true)).faults()).as(lengths).isEmpty();
			}
		}
	}

	/** What follows a malformed chunk is not taken for a request. */
	@Test
	void brokenChunks_are400_andEndTheConnection() throws IOException {
		String second = "GET /status HTTP/1.1\r\nHost: a\r\n\r\n";
		try (Service service = Service.start(folder.resolve("index"))) {
			for (String path : List.of("/v1/match/upload", "/hooks/pict-rs", "/page/match", "/v1/withdraw", "/h/hash")) {
				for (String chunk : List.of("zz\r\nabc\r\n0\r\n\r\n", "-1\r\nabc\r\n0\r\n\r\n", "ffffffffffffffff\r\nabc\r\n0\r\n\r\n",
						"8\r\n{\"a\":[1,\r\nzz\r\n1]}\r\n0\r\n\r\n")) {
					String type = path.equals("/v1/withdraw")
							? "application/json"
							: path.equals("/h/hash") ? "multipart/form-data; boundary=x" : "a/b";
					byte[] bytes = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type
							+ "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + second).getBytes(StandardCharsets.US_ASCII);
					assertThat(client(service).send(new Request(bytes, "", true))).as(path + " " + chunk)
							.isEqualTo(new Outcome(400, List.of()));
				}
			}
		}
	}

	/** The client itself can tell: one that calls everything safe proves nothing. */
	@Test
	void client_seesWhatIsNotSafe() throws IOException {
		for (String answer : List.of("HTTP/1.1 500 X\r\n\r\n", "HTTP/1.1 200 X\r\n\r\ncanary0123456789abcdef",
				"HTTP/1.1 200 X\r\n\r\njava.lang.NullPointerException", "HTTP/1.1 200 X\r\n\r\n\tat org.example.Some.method(Some.java:1)",
				"HTTP/1.1 200 X\r\n\r\n{}HTTP/1.1 200 X\r\n\r\n{}")) {
			try (java.net.ServerSocket bad = new java.net.ServerSocket(0)) {
				Thread.ofVirtual().start(() -> {
					try (java.net.Socket socket = bad.accept()) {
						socket.getInputStream().readAllBytes();
						socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
					} catch (IOException e) {
						// the client then sees no answer, and the test fails
					}
				});
				HostileClient client = new HostileClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), bad.getLocalPort()));
				assertThat(client.send(new Request(new byte[]{'x'}, "canaryffffffffffffffff", true)).faults()).as(answer).isNotEmpty();
			}
		}
		assertThat(Stream.of(1, 2).map(number -> new HostileRequests(List.of("/"), SEED).request(number).canary())).doesNotHaveDuplicates();
	}
}
