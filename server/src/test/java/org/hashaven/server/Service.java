package org.hashaven.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A running service and a client of it. */
final class Service implements AutoCloseable {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String BOUNDARY = "----boundary7MA4YWxkTrZu0gW";

	/** An answer. */
	record Answer(int status, String text, Map<String, List<String>> headers) {

		JsonNode json() {
			return JSON.readTree(text);
		}

		String message() {
			return json().path("message").asString();
		}
	}

	private final @Nullable HavenServer server;
	private final int port;
	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private final Map<String, String> headers = new HashMap<>();

	private Service(@Nullable HavenServer server, int port) {
		this.server = server;
		this.port = port;
	}

	static Service start(Path folder) {
		return start(folder, ServerOptions.DEFAULT.withPort(0));
	}

	static Service start(Path folder, ServerOptions options) {
		try {
			HavenServer server = HavenServer.start(folder, options);
			return new Service(server, server.port());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A service that another process runs. */
	static Service at(int port) {
		return new Service(null, port);
	}

	int port() {
		return port;
	}

	HavenServer server() {
		if (server == null) {
			throw new IllegalStateException("it runs elsewhere");
		}
		return server;
	}

	/** Sends a header from now on. */
	Service with(String header, String value) {
		headers.put(header, value);
		return this;
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer delete(String path) {
		return send(request(path).DELETE());
	}

	Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	Answer put(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	/** Posts a file as a form. */
	Answer upload(String path, String field, byte[] content) {
		return upload(path, field, content, Map.of());
	}

	/** Posts a file and other fields as a form. The file's part has no content type, as Go writes it. */
	Answer upload(String path, String field, byte[] content, Map<String, String> fields) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach((name, value) -> {
			body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
		});
		body.writeBytes(
				text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"x\"\r\n\r\n"));
		body.writeBytes(content);
		body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
		return postForm(path, body.toByteArray());
	}

	Answer postForm(String path, byte[] body) {
		return send(
				request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(BodyPublishers.ofByteArray(body)));
	}

	static String boundary() {
		return BOUNDARY;
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
		headers.forEach(request::header);
		return request;
	}

	Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response.headers().map());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Makes a bank. */
	void bank(String name) {
		Answer answer = post("/c/banks", "{\"name\":\"" + name + "\"}");
		if (answer.status != 201) {
			throw new AssertionError(answer);
		}
	}

	/** Adds a PDQ hash and returns its content's number. */
	long add(String bank, String pdq) {
		Answer answer = post("/c/bank/" + bank + "/signal", "{\"pdq\":\"" + pdq + "\"}");
		if (answer.status != 200) {
			throw new AssertionError(answer);
		}
		return answer.json().get("id").asLong();
	}

	@Override
	public void close() {
		client.close();
		try {
			if (server != null) {
				server.close();
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
