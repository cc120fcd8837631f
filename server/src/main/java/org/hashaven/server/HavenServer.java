package org.hashaven.server;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hashaven.server.ServerException.Reason;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.curation.Recovery;
import org.hashaven.server.hma.HmaApi;
import org.hashaven.server.hma.SignalSettings;
import org.hashaven.server.hook.HookEndpoints;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.Limits;
import org.hashaven.server.http.Route;
import org.hashaven.server.http.Router;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.policy.Inspection;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.match.TimedHasher;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.metrics.Stage;
import org.hashaven.server.ops.Backup;
import org.hashaven.server.ops.BackupEndpoint;
import org.hashaven.server.ops.Gauges;
import org.hashaven.server.ops.OpsEndpoints;
import org.hashaven.server.page.PageEndpoints;
import org.hashaven.server.replica.PrimaryFollower;
import org.hashaven.server.replica.ReadOnly;
import org.hashaven.server.replica.ReplicaSource;
import org.hashaven.server.retro.Retroactive;
import org.hashaven.server.retro.UploadMemory;
import org.hashaven.server.store.ApiKeys;
import org.hashaven.server.v1.V1Api;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.webhook.WebhookSender;
import org.hashaven.server.webhook.WebhookTarget;
import org.hashaven.worker.Budget;
import org.hashaven.worker.WorkerPool;
import org.jspecify.annotations.Nullable;

/**
 * The façade: a folder with an index in, a service on a port out.
 *
 * <pre>
 * try (HavenServer server = HavenServer.start(folder, ServerOptions.DEFAULT)) {
 * 	…
 * }
 * </pre>
 */
public final class HavenServer implements Closeable {

	private static final Duration DRAIN_TIME = Duration.ofSeconds(20);
	private static final Duration IDLE_CONNECTION_TIME = Duration.ofMinutes(2);

	/**
	 * Helidon's loggers, held strongly so that their level stays: it logs URLs and bodies when asked for details, and the stack of every
	 * client that leaves.
	 */
	private static final Logger HELIDON = Logger.getLogger("io.helidon");

	private final WebServer web;
	private final WorkerPool workers;
	private final IndexGateway index;
	private final Catalog catalog;
	private final ServiceMetrics metrics = new ServiceMetrics();
	private final @Nullable TlsReloader tlsReloader;
	private final @Nullable Retroactive retroactive;
	private final @Nullable WebhookSender webhook;
	private @Nullable PrimaryFollower follower;
	private volatile boolean draining;
	private boolean closed;

	private HavenServer(Path folder, ServerOptions options) throws IOException {
		HELIDON.setLevel(Level.SEVERE);
		WorkerPool pool = new WorkerPool(options.limits().uploads(), options.budget());
		IndexGateway openIndex = null;
		Catalog openCatalog = null;
		Retroactive openRetroactive = null;
		WebhookSender openWebhook = null;
		try {
			openIndex = IndexGateway.open(folder, new TimedHasher(pool, metrics));
			openCatalog = Catalog.open(folder, nanos -> metrics.timed(Stage.COMMIT, nanos));
			workers = pool;
			index = openIndex;
			catalog = openCatalog;
			InetAddress address = address(options);
			Recovery.run(index, catalog);
			BankDirectory banks = new BankDirectory(catalog);
			banks.reload();
			openRetroactive = Retroactive.start(folder, options.policy().remember(), pool, index, catalog, banks, metrics);
			retroactive = openRetroactive;
			WebhookTarget target = options.ops().webhook();
			openWebhook = target == null ? null : new WebhookSender(target, catalog, banks, metrics);
			webhook = openWebhook;
			web = web(options, address, router(options, address.isLoopbackAddress(), banks));
			TlsFiles tls = options.ops().tls();
			tlsReloader = tls == null ? null : new TlsReloader(tls, web);
			pool.prepare();
		} catch (IOException | RuntimeException | Error e) {
			pool.close();
			if (follower != null) {
				follower.close();
			}
			if (openWebhook != null) {
				openWebhook.close();
			}
			if (openRetroactive != null) {
				openRetroactive.close();
			}
			if (openIndex != null) {
				openIndex.close();
			}
			if (openCatalog != null) {
				openCatalog.close();
			}
			throw e;
		}
	}

	/**
	 * Opens a folder and listens.
	 *
	 * @param folder
	 *            of an index, which is made when it is not there
	 * @throws ServerException
	 *             when it cannot listen
	 * @throws org.hashaven.index.IndexException
	 *             when the index cannot be opened, for instance because it is open already
	 * @throws org.hashaven.server.store.CatalogException
	 *             when the catalog cannot
	 */
	public static HavenServer start(Path folder, ServerOptions options) throws IOException {
		return new HavenServer(folder, options);
	}

	/**
	 * Makes a backup of a service that is not running: a folder that can be served as it is.
	 *
	 * @param to
	 *            not there yet
	 * @throws org.hashaven.index.IndexException
	 *             when the index cannot be opened, for instance because the service runs
	 * @throws java.nio.file.FileAlreadyExistsException
	 *             when there is something already
	 */
	public static void backUp(Path folder, Path to) throws IOException {
		try (WorkerPool unused = new WorkerPool(1, Budget.DEFAULT);
				IndexGateway index = IndexGateway.open(folder, unused);
				Catalog catalog = Catalog.open(folder)) {
			Recovery.run(index, catalog);
			Backup.make(index, catalog, new Curator(index, catalog, new BankDirectory(catalog), Traffic.NONE), to);
		}
	}

	private Router router(ServerOptions options, boolean isLocal, BankDirectory banks) throws IOException {
		Limits limits = options.limits();
		Quarantine quarantine = Quarantine.open(catalog, options.policy().quarantine());
		Lookups lookups = new Lookups(index, catalog, banks, quarantine, metrics);
		Curator curator = new Curator(index, catalog, banks, quarantine);
		SignalSettings settings = new SignalSettings(catalog);
		Admission admission = new Admission(limits);
		Gauges gauges = new Gauges(index, catalog, banks, quarantine, admission, metrics);
		List<Route> routes = new ArrayList<>(new OpsEndpoints(gauges).routes());
		routes.addAll(new BackupEndpoint(index, catalog, curator, options.ops().backups()).routes());
		routes.addAll(
				new PageEndpoints(new Inspection(index, banks, lookups, quarantine), index, admission, gauges, banks, quarantine, catalog)
						.routes());
		routes.addAll(new HookEndpoints(lookups, admission, options.ops().hooksFailOpen()).routes());
		routes.addAll(new V1Api(index, catalog, banks, lookups, curator, quarantine,
				retroactive == null ? UploadMemory.NONE : retroactive.memory(), options.policy()).routes(admission));
		ReplicaSource primary = options.ops().follow();
		if (primary == null) {
			return new Router(HmaApi.routes(index, catalog, banks, lookups, curator, settings, admission, () -> !draining, routes), limits,
					catalog, isLocal, metrics);
		}
		PrimaryFollower following = new PrimaryFollower(primary, index, catalog, banks, curator, quarantine, metrics);
		follower = following;
		return new Router(ReadOnly.of(HmaApi.routes(index, catalog, banks, lookups, curator, settings, admission,
				() -> !draining && following.isComplete(), routes)), limits, catalog, isLocal, metrics);
	}

	private static WebServer web(ServerOptions options, InetAddress address, Router router) throws IOException {
		Limits limits = options.limits();
		requireFree(address, options.port());
		TlsFiles tls = options.ops().tls();
		WebServerConfig.Builder builder = WebServer.builder();
		if (tls != null) {
			builder.tls(tls.read());
		}
		WebServer server = builder.address(address).port(options.port()).shutdownHook(false)
				.maxPayloadSize(limits.maxBodyBytes()).maxTcpConnections(limits.maxConnections())
				.maxConcurrentRequests(limits.maxRequests()).idleConnectionTimeout(IDLE_CONNECTION_TIME).shutdownGracePeriod(DRAIN_TIME)
				.connectionOptions(socket -> socket.tcpNoDelay(true))
				.protocolsDiscoverServices(false)
				.addProtocol(Http1Config.builder().maxHeadersSize(limits.maxHeaderBytes()).maxPrologueLength(limits.maxRequestLineBytes())
						.continueImmediately(false).build())
				.directHandlers(handlers -> {
					for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
						handlers.addHandler(type, HavenServer::refusal);
					}
				}).routing(routing -> routing.any(router::handle)).build();
		try {
			if (server.start().isRunning()) {
				return server;
			}
		} catch (UncheckedIOException | IllegalStateException e) {
			server.stop();
		}
		throw new ServerException(Reason.PORT_TAKEN);
	}

	/** Helidon logs a stack trace where a port is taken, and says nothing to its caller. */
	private static void requireFree(InetAddress address, int port) throws ServerException {
		try (ServerSocket probe = new ServerSocket()) {
			probe.setReuseAddress(true);
			probe.bind(new InetSocketAddress(address, port));
		} catch (IOException e) {
			throw new ServerException(Reason.PORT_TAKEN);
		}
	}

	/**
	 * The answer to what never becomes a request: not HTTP, headers or a body beyond the limits, a body that ends too early. Says nothing
	 * of what was sent. Helidon takes some of these, such as a method with a control character in it, for errors of its own; what goes
	 * wrong in the service {@link Router} has answered already.
	 */
	private static DirectHandler.TransportResponse refusal(DirectHandler.TransportRequest request, DirectHandler.EventType type,
			io.helidon.http.Status status, io.helidon.http.ServerResponseHeaders headers, String message) {
		io.helidon.http.Status shown = type == DirectHandler.EventType.INTERNAL_ERROR ? io.helidon.http.Status.BAD_REQUEST_400 : status;
		String reason = "{\"message\":\"" + shown.reasonPhrase() + "\"}";
		return DirectHandler.TransportResponse.builder().status(shown).keepAlive(false)
				.header(io.helidon.http.HeaderNames.CONTENT_TYPE, "application/json").entity(reason.getBytes(StandardCharsets.UTF_8))
				.build();
	}

	private InetAddress address(ServerOptions options) throws IOException {
		InetAddress address;
		try {
			address = InetAddress.getByName(options.host());
		} catch (UnknownHostException e) {
			throw new ServerException(Reason.UNKNOWN_HOST);
		}
		if (!address.isLoopbackAddress() && catalog.read(ApiKeys::list).isEmpty()) {
			throw new ServerException(Reason.KEY_NEEDED);
		}
		return address;
	}

	/** The port it listens on. */
	public int port() {
		return web.port();
	}

	/** Says on {@code /status} that it takes no more requests, so that a load balancer sends none; those that come are answered. */
	public void drain() {
		draining = true;
	}

	/** Finishes the requests that are under way, at most 20 seconds, and closes the index. A second call does nothing. */
	@Override
	public synchronized void close() throws IOException {
		if (closed) {
			return;
		}
		closed = true;
		drain();
		if (tlsReloader != null) {
			tlsReloader.close();
		}
		web.stop();
		workers.close();
		if (follower != null) {
			follower.close();
		}
		if (webhook != null) {
			webhook.close();
		}
		try {
			if (retroactive != null) {
				retroactive.close();
			}
			catalog.close();
		} finally {
			index.close();
			metrics.close();
		}
	}
}
