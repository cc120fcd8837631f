package org.hashaven.testdata.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sends hostile requests, each on a connection of its own, and holds the answers to what is safe. Thread-safe. */
public final class HostileClient {

	private static final int TIMEOUT_MS = 20_000;
	private static final int MAX_ANSWER_BYTES = 8 << 20;

	/** Busy; a transfer coding or a version of HTTP that is not known: as RFC 9110 and 9112 want them answered. */
	private static final Set<Integer> ALLOWED_SERVER_ERRORS = Set.of(503, 501, 505);

	private static final Pattern STATUS = Pattern.compile("(?m)(?:^|(?<=[}\\]\\n]))HTTP/1\\.[01] (\\d{3}) ");
	private static final Pattern CANARY = Pattern.compile(HostileRequests.CANARY + "[0-9a-f]{16}");

	/** Names of classes and lines of a stack trace. */
	private static final Pattern INTERNALS = Pattern
			.compile(
					"\\bat [a-z]\\w*(\\.[\\w$]+)+\\(|\\b[\\w.$]+(Exception|Error)\\b(?!\":)|\\bjava\\.(lang|util|io|net)\\b|io\\.helidon|org\\.hashaven\\.");

	private final InetSocketAddress service;

	/**
	 * What came of a request.
	 *
	 * @param status
	 *            of the answer; 0 where the connection was closed without one, -1 where nothing came in time
	 * @param faults
	 *            what is wrong with it, empty when nothing is
	 */
	public record Outcome(int status, List<String> faults) {
	}

	public HostileClient(InetSocketAddress service) {
		this.service = service;
	}

	/** The paths of a service, from its site map. */
	public static List<String> paths(String siteMap) {
		return Pattern.compile("\"(/[^\"]*)\"").matcher(siteMap).results().map(result -> result.group(1)).distinct().toList();
	}

	/** Sends one request, then no more, and reads until the service closes the connection. */
	public Outcome send(HostileRequests.Request request) throws IOException {
		String answer;
		try {
			answer = answer(request.bytes());
		} catch (SocketTimeoutException e) {
			return new Outcome(-1, List.of("no answer in time"));
		}
		List<Integer> statuses = STATUS.matcher(answer).results().map(result -> Integer.parseInt(result.group(1)))
				.filter(status -> status != 100).toList();
		int status = statuses.isEmpty() ? 0 : statuses.getFirst();
		List<String> faults = new ArrayList<>();
		if (statuses.stream().anyMatch(each -> each >= 500 && !ALLOWED_SERVER_ERRORS.contains(each))) {
			faults.add("status " + statuses);
		}
		if (request.ambiguous() && statuses.size() > 1) {
			faults.add("a second request was smuggled in: " + statuses);
		}
		if (CANARY.matcher(answer).results().map(MatchResult::group).anyMatch(each -> !each.equals(request.canary()))) {
			faults.add("another request's canary");
		}
		INTERNALS.matcher(answer).results().findFirst().ifPresent(found -> faults.add("internals: " + found.group()));
		return new Outcome(status, faults);
	}

	private String answer(byte[] request) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MS);
			socket.connect(service, TIMEOUT_MS);
			try {
				socket.getOutputStream().write(request);
				socket.shutdownOutput();
			} catch (SocketException e) {
				// it has answered and closed before everything was sent
			}
			try {
				InputStream in = socket.getInputStream();
				byte[] buffer = new byte[1 << 16];
				for (int count = in.read(buffer); count >= 0 && answer.size() < MAX_ANSWER_BYTES; count = in.read(buffer)) {
					answer.write(buffer, 0, count);
				}
			} catch (SocketException e) {
				// reset: what came before it counts
			}
		}
		return answer.toString(StandardCharsets.ISO_8859_1);
	}
}
