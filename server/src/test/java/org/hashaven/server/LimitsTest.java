package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients get that want too much. */
class LimitsTest {

	@TempDir
	private Path folder;

	private Service start(Limits limits) {
		return Service.start(folder.resolve("index"), ServerOptions.DEFAULT.withPort(0).withLimits(limits));
	}

	private static String raw(Service service, String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			socket.setSoTimeout(20_000);
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The answer comes before the body has been sent: a client that went on sending could lose it with the connection. */
	@Test
	void body_tooLarge_is413() throws IOException {
		try (Service service = start(Limits.DEFAULT.withMaxBodyBytes(100_000))) {
			String request = """
					POST /h/hash HTTP/1.1
					Host: localhost
					Content-Length: 200000
					Content-Type: multipart/form-data; boundary=b

					--b
					Content-Disposition: form-data; name="photo"; filename="x"

					""".replace("\n", "\r\n");
			assertThat(raw(service, request)).startsWith("HTTP/1.1 413");
			assertThat(service.upload("/h/hash", "photo", new byte[50_000]).status()).isEqualTo(400);
		}
	}

	@Test
	void body_ofUnknownSize_tooLarge_is413() throws IOException {
		try (Service service = start(Limits.DEFAULT.withMaxBodyBytes(100_000))) {
			StringBuilder request = new StringBuilder("""
					POST /h/hash HTTP/1.1
					Host: localhost
					Transfer-Encoding: chunked
					Content-Type: multipart/form-data; boundary=b
					Connection: close

					""".replace("\n", "\r\n"));
			String part = "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x\"\r\n\r\n";
			request.append(Integer.toHexString(part.length())).append("\r\n").append(part).append("\r\n");
			for (int i = 0; i < 3; i++) {
				request.append("10000\r\n").append("x".repeat(0x10000)).append("\r\n");
			}
			assertThat(raw(service, request.append("0\r\n\r\n").toString())).startsWith("HTTP/1.1 413");
		}
	}

	@Test
	void json_ofUnknownSize_isRead() {
		try (Service service = Service.start(folder.resolve("index"))) {
			byte[] body = "{\"name\":\"BANK\"}".getBytes(StandardCharsets.UTF_8);
			Answer answer = service.send(service.request("/c/banks").header("Content-Type", "application/json")
					.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
			assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		}
	}

	@Test
	void headers_tooLarge_areRefused() throws IOException {
		try (Service service = start(Limits.DEFAULT)) {
			assertThat(raw(service, "GET /status HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
					.startsWith("HTTP/1.1 4");
			assertThat(raw(service, "GET /status?" + "x".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
					.startsWith("HTTP/1.1 4");
			assertThat(raw(service, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 4").doesNotContain("nonsense");
		}
	}

	@Test
	void slowClient_isLetGo() throws IOException {
		try (Service service = start(Limits.DEFAULT.withBodyTimeout(Duration.ofSeconds(2)))) {
			long start = System.nanoTime();
			raw(service, "POST /c/banks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			assertThat(service.get("/status").status()).isEqualTo(200);
		}
	}

	@Test
	void uploads_tooMany_are503WithRetryAfter_andTheOthersAreAnswered() throws InterruptedException, ExecutionException {
		byte[] photo = Pictures.photo(1);
		try (Service service = start(Limits.DEFAULT.withUploads(1).withWaitingUploads(1));
				ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				answers.add(clients.submit(() -> service.upload("/h/hash", "photo", photo)));
			}
			int busy = 0;
			for (Future<Answer> each : answers) {
				Answer answer = each.get();
				if (answer.status() == 503) {
					busy++;
					assertThat(answer.headers().get("retry-after")).containsExactly("1");
				} else {
					assertThat(answer.status()).as(answer.text()).isEqualTo(200);
				}
			}
			assertThat(busy).isBetween(1, 19);
			assertThat(service.upload("/h/hash", "photo", photo).status()).as("places are given back").isEqualTo(200);
		}
	}
}
