package org.hashaven.server.replica;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Json;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.store.Catalog;

/** Asks the primary for what changed and takes it over, again and again. While the primary is away the replica answers with what it has. */
public final class PrimaryFollower implements Closeable {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private static final int PAGE = 1_000;
	private static final long POLL_MS = 500;
	private static final long RETRY_MS = 5_000;
	private static final Duration TIMEOUT = Duration.ofSeconds(60);
	/** Larger than any page: the longest video with some room. */
	private static final int MAX_PAGE_BYTES = 256 << 20;
	private static final int OK = 200;
	private static final int CONFLICT = 409;

	private final ReplicaSource source;
	private final PageWriter writer;
	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER)
			.version(HttpClient.Version.HTTP_1_1).build();
	private final CountDownLatch closing = new CountDownLatch(1);
	private final Thread thread;
	private volatile boolean complete;
	private volatile long inStepAt = System.nanoTime();
	private boolean failed;

	/** Why a page was not taken over, for the log: it says nothing of what was in it. */
	private static final class RefusedException extends IOException {
		private static final long serialVersionUID = 1L;

		RefusedException(String message) {
			super(message);
		}
	}

	/** Begins at once. */
	public PrimaryFollower(ReplicaSource source, IndexGateway index, Catalog catalog, BankDirectory banks, Curator curator, Traffic traffic,
			ServiceMetrics metrics) throws IOException {
		this.source = source;
		writer = new PageWriter(index, catalog, banks, curator, traffic);
		complete = writer.isComplete();
		metrics.gauge("haven.replica.behind.seconds", "Seconds since this replica had everything that its primary has", this,
				follower -> (System.nanoTime() - follower.inStepAt) / (double) TimeUnit.SECONDS.toNanos(1));
		thread = Thread.ofPlatform().daemon().name("haven-replica").start(this::run);
	}

	/** Whether it once had everything that the primary had: before that its answers are those of an empty list. */
	public boolean isComplete() {
		return complete;
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

	/** Takes the next page over, and returns the milliseconds until it is to be called again. */
	private long step() throws InterruptedException {
		try {
			ReplicaPage page = fetch();
			writer.take(page);
			if (failed) {
				LOG.log(System.Logger.Level.INFO, "the primary is followed again");
			}
			failed = false;
			if (page.more()) {
				return 0;
			}
			complete = true;
			inStepAt = System.nanoTime();
			return POLL_MS;
		} catch (IOException | RuntimeException e) {
			if (!failed) {
				LOG.log(System.Logger.Level.WARNING, "the primary cannot be followed: "
						+ (e instanceof RefusedException ? e.getMessage() : e.getClass().getSimpleName()) + "; it is tried again");
			}
			failed = true;
			return RETRY_MS;
		}
	}

	private ReplicaPage fetch() throws IOException, InterruptedException {
		PageWriter.Checkpoint since = writer.checkpoint();
		URI address = source.address().resolve("/v1/replica?since=" + since.seq() + "&at=" + since.at() + "&limit=" + PAGE);
		HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
		if (!source.key().isEmpty()) {
			request.header("Authorization", "Bearer " + source.key());
		}
		HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			if (answer.statusCode() == CONFLICT) {
				throw new RefusedException("it does not know this replica's checkpoint, see operations.md");
			}
			if (answer.statusCode() != OK) {
				throw new RefusedException("status " + answer.statusCode());
			}
			byte[] bytes = body.readNBytes(MAX_PAGE_BYTES + 1);
			if (bytes.length > MAX_PAGE_BYTES) {
				throw new RefusedException("its answer is too large");
			}
			ReplicaPage page = Json.read(bytes, ReplicaPage.class);
			if (page.next() < since.seq()) {
				throw new RefusedException("its answer goes back");
			}
			return page;
		} catch (ApiException e) {
			throw new RefusedException("its answer cannot be read");
		}
	}

	/** Lets a page that is being taken over be finished. */
	@Override
	public void close() {
		closing.countDown();
		client.shutdownNow();
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
