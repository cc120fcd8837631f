package org.hashaven.server.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hashaven.server.http.Json;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.outbound.Exchange;
import org.hashaven.server.retro.EventFields;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Checkpoints;
import org.hashaven.server.store.Events;

/**
 * Posts events in their order, each until it is acknowledged with a status of 2xx, at least once: one that was acknowledged while this
 * process was killed comes again, with the same number. Retries come later and later, up to {@value #MAX_WAIT_SECONDS} seconds apart, and
 * not before the receiver's {@code Retry-After}. Redirects are not followed.
 */
public final class WebhookSender implements Closeable {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private static final String CHECKPOINT = "webhook";
	private static final int BATCH = 100;
	private static final long POLL_MS = 200;
	private static final long MAX_WAIT_SECONDS = 300;
	private static final int SUCCESS = 2;
	private static final int HUNDRED = 100;
	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final WebhookTarget target;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final ServiceMetrics metrics;
	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER)
			.version(HttpClient.Version.HTTP_1_1).build();
	private final CountDownLatch closing = new CountDownLatch(1);
	private final Thread thread;
	private int failures;

	/** Begins at once; the first time with what happens from now on. */
	public WebhookSender(WebhookTarget target, Catalog catalog, BankDirectory banks, ServiceMetrics metrics) throws IOException {
		this.target = target;
		this.catalog = catalog;
		this.banks = banks;
		this.metrics = metrics;
		catalog.write(connection -> Checkpoints.begin(connection, CHECKPOINT, Events.last(connection)));
		metrics.gauge("haven.webhook.waiting", "Events that the webhook has not acknowledged", this, WebhookSender::waiting);
		thread = Thread.ofPlatform().daemon().name("haven-webhook").start(this::run);
	}

	private double waiting() {
		try {
			return catalog.read(connection -> Events.countSince(connection, Checkpoints.of(connection, CHECKPOINT)));
		} catch (IOException e) {
			return Double.NaN;
		}
	}

	private void run() {
		try {
			long wait = 0;
			while (!closing.await(wait, TimeUnit.MILLISECONDS)) {
				wait = step();
			}
		} catch (InterruptedException e) {
			// closed
		}
	}

	/** Sends the next events, and returns the milliseconds until it is to be called again. */
	private long step() throws InterruptedException {
		List<Events.Event> events;
		try {
			events = catalog.read(connection -> Events.since(connection, Checkpoints.of(connection, CHECKPOINT), BATCH));
			if (events.isEmpty()) {
				return POLL_MS;
			}
			HttpResponse<Void> answer = Exchange.send(client, request(events), BodyHandlers.discarding(), TIMEOUT);
			if (answer.statusCode() / HUNDRED == SUCCESS) {
				catalog.write(connection -> Checkpoints.set(connection, CHECKPOINT, events.getLast().seq()));
				acknowledged();
				return 0;
			}
			return failed("status " + answer.statusCode(), answer.headers().firstValue("Retry-After"));
		} catch (IOException | RuntimeException | Error e) {
			return failed((e.getCause() == null ? e : e.getCause()).getClass().getSimpleName(), Optional.empty()); // its message may name the address
		}
	}

	private HttpRequest request(List<Events.Event> events) {
		Map<Long, String> names = banks.all().stream().collect(Collectors.toMap(Bank::id, Bank::name));
		byte[] body = Json.write(
				Map.of("events", events.stream().map(event -> EventFields.of(event, names.get(event.what().bankId()))).toList()));
		return HttpRequest.newBuilder(target.address()).header("Content-Type", "application/json")
				.header("X-Haven-Signature", Signature.of(body, Instant.now().getEpochSecond(), target.secret()))
				.POST(BodyPublishers.ofByteArray(body)).build();
	}

	private void acknowledged() {
		metrics.delivered(true);
		if (failures > 0) {
			LOG.log(System.Logger.Level.INFO, "the webhook acknowledges again");
		}
		failures = 0;
	}

	private long failed(String why, Optional<String> retryAfter) {
		metrics.delivered(false);
		if (failures == 0) {
			LOG.log(System.Logger.Level.WARNING, "the webhook did not acknowledge: " + why + "; it is tried again");
		}
		failures = Math.min(failures + 1, Integer.SIZE - 1);
		long seconds = Math.max(Math.min(1L << (failures - 1), MAX_WAIT_SECONDS), asked(retryAfter));
		return Duration.ofSeconds(seconds).toMillis() + ThreadLocalRandom.current().nextLong(Duration.ofSeconds(seconds).toMillis() / 2);
	}

	/** The seconds of a Retry-After, within reason; 0 for a date. */
	private static long asked(Optional<String> retryAfter) {
		try {
			return Math.clamp(Long.parseLong(retryAfter.orElse("0")), 0, MAX_WAIT_SECONDS);
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	/** Lets a delivery that is under way end, or what its receiver has by now would come again. */
	@Override
	public void close() {
		closing.countDown();
		try {
			thread.join(TIMEOUT);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		thread.interrupt();
		client.close();
	}
}
