package org.hashaven.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.hashaven.image.ImageException;
import org.hashaven.index.IndexException;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.CatalogException;
import org.hashaven.server.store.Role;
import org.hashaven.video.VideoException;
import org.hashaven.worker.WorkerException;

/** Finds the route of a request, asks for its key, runs its endpoint, and turns every failure into HMA's form of an error. */
public final class Router {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");
	private static final String HELIDON = "io.helidon.";
	private static final String RETRY_SECONDS = "1";

	private final RouteTable routes;
	private final Limits limits;
	private final Keys keys;
	private final ServiceMetrics metrics;
	private final AtomicLong faults = new AtomicLong();

	/**
	 * @param isLocal
	 *            whether only this computer can reach the service
	 */
	public Router(List<Route> routes, Limits limits, Catalog catalog, boolean isLocal, ServiceMetrics metrics) throws IOException {
		this.routes = new RouteTable(routes);
		this.limits = limits;
		this.metrics = metrics;
		keys = new Keys(catalog, isLocal);
	}

	/** Answers a request. */
	public void handle(ServerRequest request, ServerResponse response) {
		long start = System.nanoTime();
		Timing timing = new Timing();
		try {
			handle(request, response, timing);
		} finally {
			metrics.answered(timing.method, timing.route, timing.status, System.nanoTime() - start);
		}
	}

	/** What the metrics may say of a request: nothing that its client made up. */
	private static final class Timing {
		private String method = "any";
		private String route = "none";
		private int status;
	}

	private void handle(ServerRequest request, ServerResponse response, Timing timing) {
		String method = request.prologue().method().text();
		TreeSet<String> allowed = new TreeSet<>();
		try {
			for (RouteTable.Found found : routes.find(request.prologue().uriPath().rawPath())) {
				Route route = found.route();
				if (route.method().equals(method)) {
					timing.method = route.method();
					timing.route = route.path();
					send(response, answer(route, new Call(request, found.values(), limits), request), timing);
					return;
				}
				allowed.add(route.method());
			}
		} catch (ApiException e) {
			send(response, Reply.error(e.status(), e.text()), timing);
			return;
		} catch (RequestException e) { // while its body was read: what follows must not be taken for another request
			response.header(HeaderNames.CONNECTION, "close");
			send(response, Reply.error(e.status().code(), e.status().reasonPhrase()), timing);
			throw new CloseConnectionException("the body was refused", e);
		}
		if (allowed.isEmpty()) {
			send(response, Reply.error(404, "no such path"), timing);
		} else {
			response.header(HeaderNames.ALLOW, String.join(", ", allowed));
			send(response, Reply.error(405, "the path does not take this method"), timing);
		}
	}

	private Reply answer(Route route, Call call, ServerRequest request) {
		try {
			Role role = route.role();
			return route.endpoint().handle(role == null ? call : call.by(keys.requireRole(request, role)));
		} catch (IOException | RuntimeException e) {
			if (e instanceof RuntimeException failure && failure.getClass().getName().startsWith(HELIDON)) {
				throw failure; // the body is broken or ended too early
			}
			ApiException failure = failure(e, route);
			if (failure.status() == 503 || failure.status() == 429) {
				metrics.refused(failure.status(), failure.refusal());
			}
			return route.errors().of(call, failure.status(), failure.text());
		} catch (StackOverflowError | OutOfMemoryError e) {
			ApiException failure = fault(e, route);
			return route.errors().of(call, failure.status(), failure.text());
		} finally {
			call.end();
		}
	}

	private ApiException failure(Exception failure, Route route) {
		return switch (failure) {
			case ApiException e -> e;
			case ImageException e -> unreadable(e.reason(),
					"the picture cannot be read: " + e.getMessage());
			case VideoException e -> unreadable(e.reason(), "the video cannot be read: " + e.getMessage());
			case WorkerException e -> ofWorker(e, route);
			case IndexException e -> ApiException.unavailable(Refusal.INDEX, String.valueOf(e.getMessage()));
			case CatalogException e -> ApiException.unavailable(Refusal.CATALOG, String.valueOf(e.getMessage()));
			default -> fault(failure, route);
		};
	}

	private ApiException ofWorker(WorkerException failure, Route route) {
		return switch (failure.reason()) {
			case NO_WORKER -> ApiException.unavailable(Refusal.DECODERS, "the decoders cannot be started");
			case FAULT -> fault(failure, route);
			case CRASHED, TOO_SLOW, MEMORY -> unreadable(failure.reason(), "the file cannot be read: " + failure.getMessage());
		};
	}

	private ApiException unreadable(Enum<?> reason, String message) {
		metrics.unjudged(reason);
		return ApiException.badRequest(message);
	}

	/** Logs where a fault came from, without its message: it may quote what it was about. */
	private ApiException fault(Throwable failure, Route route) {
		long number = faults.incrementAndGet();
		StringBuilder where = new StringBuilder();
		for (StackTraceElement element : failure.getStackTrace()) {
			where.append("\n\tat ").append(element);
		}
		LOG.log(System.Logger.Level.ERROR,
				"fault " + number + " in " + route.method() + " " + route.path() + ": " + failure.getClass().getName() + where);
		return new ApiException(500, "internal error, see fault " + number + " in the log");
	}

	private static void send(ServerResponse response, Reply reply, Timing timing) {
		timing.status = reply.status();
		response.status(reply.status());
		response.header("X-Content-Type-Options", "nosniff");
		response.header("Cache-Control", "no-store");
		reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
		if (reply.status() == 503 || reply.status() == 429) {
			response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
		}
		if (reply.status() == 401) {
			response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
		}
		try {
			if (reply.stream() != null) {
				response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
				try (OutputStream out = response.outputStream()) {
					reply.stream().writeTo(out);
				}
			} else if (reply.body().length == 0) {
				response.send();
			} else {
				response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
				response.send(reply.body());
			}
		} catch (IOException | UncheckedIOException e) {
			// the client left
		}
	}
}
