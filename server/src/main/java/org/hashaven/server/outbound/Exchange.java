package org.hashaven.server.outbound;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request of ours to another program. */
public final class Exchange {

	private Exchange() {
	}

	/** Sends it; unlike the client's own, the timeout holds for the whole of the answer, its body included. */
	public static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body, Duration timeout)
			throws IOException, InterruptedException {
		CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
		try {
			return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		} catch (TimeoutException e) {
			throw new HttpTimeoutException("no whole answer in time");
		} finally {
			answer.cancel(true);
		}
	}
}
