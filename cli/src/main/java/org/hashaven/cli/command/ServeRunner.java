package org.hashaven.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.server.AuditTrail;
import org.hashaven.server.HavenServer;
import org.hashaven.server.KeyRing.KeyInfo;
import org.hashaven.server.KeyRing;
import org.hashaven.server.OpsOptions;
import org.hashaven.server.ServerException;
import org.hashaven.server.ServerOptions;
import org.hashaven.server.TlsFiles;
import org.hashaven.server.http.Limits;
import org.hashaven.server.policy.PolicyOptions;
import org.hashaven.server.replica.ReplicaSource;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.CatalogException;
import org.hashaven.server.store.Role;
import org.hashaven.server.webhook.WebhookTarget;
import org.jspecify.annotations.Nullable;

/** Runs a service until the process is asked to end, and keeps its keys. */
public final class ServeRunner {

	/**
	 * A key to be made.
	 *
	 * @param roles
	 *            separated by commas
	 * @param name
	 *            empty for one of its roles
	 * @param days
	 *            how long it lasts; 0 for ever
	 * @param requestsPerSecond
	 *            how often it may ask; 0 for no limit
	 */
	public record KeyRequest(String roles, String name, int days, int requestsPerSecond) {
	}

	private final Path folder;
	private final Session session;

	public ServeRunner(Path folder, Session session) {
		this.folder = folder;
		this.session = session;
	}

	/** Serves. */
	Status serve(ServeSettings settings) throws IOException, HavenException, InterruptedException {
		Path certificate = settings.tlsCertificate();
		TlsFiles tls = certificate == null
				? null
				: new TlsFiles(certificate, settings.tlsKey(), settings.tlsPassword(), settings.tlsClients());
		String host = settings.host();
		Limits limits = settings.threads() == 0 ? Limits.DEFAULT : Limits.DEFAULT.withUploads(settings.threads());
		ServerOptions options = ServerOptions.DEFAULT.withHost(host).withPort(settings.port()).withBudget(settings.budget())
				.withLimits(limits)
				.withPolicy(PolicyOptions.DEFAULT.withFailClosed(settings.v1FailsClosed()).withRemember(settings.remember()))
				.withOps(new OpsOptions(settings.hooksFailOpen(), settings.backups(), tls, webhook(settings), follow(settings)));
		HavenServer server = start(options);
		CountDownLatch ended = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(server)));
		String shownHost = host.contains(":") ? "[" + host + "]" : host;
		session.console().line((tls == null ? "http://" : "https://") + shownHost + ":" + server.port());
		session.console().flush();
		session.message("serve.ready");
		ended.await(); // the hook ends the process
		return Status.DONE;
	}

	private static @Nullable WebhookTarget webhook(ServeSettings settings) throws HavenException {
		URI address = settings.webhook();
		try {
			return address == null ? null : new WebhookTarget(address, settings.webhookSecret());
		} catch (IllegalArgumentException e) {
			throw new HavenException("serve.config.webhook");
		}
	}

	private static @Nullable ReplicaSource follow(ServeSettings settings) throws HavenException {
		URI address = settings.follow();
		try {
			return address == null ? null : new ReplicaSource(address, settings.followKey());
		} catch (IllegalArgumentException e) {
			throw new HavenException("serve.config.follow");
		}
	}

	private HavenServer start(ServerOptions options) throws IOException, HavenException {
		try {
			return HavenServer.start(folder, options);
		} catch (ServerException e) {
			throw new HavenException("serve." + e.reason());
		} catch (CatalogException e) {
			throw new HavenException("serve.catalog." + e.reason());
		}
	}

	/** Finishes the requests under way: what was acknowledged is on the disk in any case. */
	private void close(HavenServer server) {
		int status = Status.DONE.code();
		try {
			server.close();
		} catch (IOException e) {
			session.say(ErrorMessages.of(e, session.texts()));
			status = Status.FAILED.code();
		}
		Runtime.getRuntime().halt(status);
	}

	/** Makes a backup while the service is not running. */
	Status backUp(Path to) throws IOException, HavenException {
		requireIndex();
		try {
			HavenServer.backUp(folder, to);
		} catch (FileAlreadyExistsException e) {
			throw new HavenException("serve.backup.exists");
		} catch (FileSystemException e) {
			throw new HavenException("serve.backup.DISK");
		} catch (CatalogException e) {
			throw new HavenException("serve.catalog." + e.reason());
		}
		session.message("serve.backup.made");
		return Status.DONE;
	}

	/** Prints the audit trail and says whether it is as it was written. */
	Status audit() throws IOException, HavenException {
		requireIndex();
		AuditTrail trail;
		try {
			trail = AuditTrail.read(folder);
		} catch (CatalogException e) {
			throw new HavenException("serve.catalog." + e.reason());
		}
		for (AuditLog.Entry entry : trail.entries()) {
			session.console().line(entry.seq() + "\t" + Instant.ofEpochSecond(entry.at()) + "\t" + TextLayout.visible(entry.who()) + "\t"
					+ TextLayout.visible(entry.what()) + "\t" + (entry.bank() == null ? "-" : entry.bank()) + "\t"
					+ (entry.contentId() == null ? "-" : entry.contentId()));
		}
		if (trail.brokenAt() != 0) {
			throw new HavenException("serve.audit.broken", trail.brokenAt());
		}
		session.message("serve.audit.intact", trail.entries().size(), trail.head().isEmpty() ? "-" : trail.head());
		return Status.DONE;
	}

	private void requireIndex() throws IOException, HavenException {
		if (!Folders.isIndex(folder)) {
			throw new HavenException("index.MISSING");
		}
	}

	private KeyRing keys() throws IOException, HavenException {
		requireIndex();
		try {
			return KeyRing.open(folder);
		} catch (CatalogException e) {
			throw new HavenException("serve.catalog." + e.reason());
		}
	}

	/** Makes a key and prints it. */
	public Status createKey(KeyRequest request) throws IOException, HavenException {
		Set<Role> roles;
		try {
			roles = Role.parse(request.roles);
		} catch (IllegalArgumentException e) {
			throw new HavenException("serve.roles", request.roles);
		}
		String name = request.name.isEmpty() ? Role.words(roles) : request.name;
		try {
			HashRecord.requireText("name", name);
		} catch (IllegalArgumentException e) {
			throw new HavenException("index.bank.name", HashRecord.MAX_TEXT_CHARS);
		}
		try (KeyRing keys = keys()) {
			Duration validity = request.days == 0 ? null : Duration.ofDays(request.days);
			Integer requestsPerSecond = request.requestsPerSecond == 0 ? null : request.requestsPerSecond;
			String secret = keys.create(name, roles, validity, requestsPerSecond)
					.orElseThrow(() -> new HavenException("serve.key.taken", name));
			session.console().line(secret);
			session.message("serve.key.created", name);
		}
		return Status.DONE;
	}

	/** Prints the keys without their secrets. */
	public Status listKeys() throws IOException, HavenException {
		try (KeyRing keys = keys()) {
			for (KeyInfo key : keys.list()) {
				session.console().line(TextLayout.visible(key.name()) + "\t" + key.roles() + "\t"
						+ (key.expires() == null ? "-" : key.expires().toString()) + "\t"
						+ (key.requestsPerSecond() == null ? "-" : key.requestsPerSecond().toString()));
			}
		}
		return Status.DONE;
	}

	/** Ends a key. */
	public Status revokeKey(String name) throws IOException, HavenException {
		try (KeyRing keys = keys()) {
			if (!keys.revoke(name)) {
				throw new HavenException("serve.key.none", name);
			}
			session.message("serve.key.revoked", name);
		}
		return Status.DONE;
	}
}
