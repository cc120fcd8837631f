package org.hashaven.server;

import java.nio.file.Path;
import org.hashaven.server.replica.ReplicaSource;
import org.hashaven.server.webhook.WebhookTarget;
import org.jspecify.annotations.Nullable;

/**
 * How a service is run, beside what it serves.
 *
 * @param hooksFailOpen
 *            whether the hooks let in what they could not judge
 * @param backups
 *            folder into which backups of the running service go; null when it makes none
 * @param tls
 *            null for plain HTTP
 * @param webhook
 *            where events are sent; null for nowhere
 * @param follow
 *            the primary, of a replica; null for a service of its own
 */
public record OpsOptions(boolean hooksFailOpen, @Nullable Path backups, @Nullable TlsFiles tls, @Nullable WebhookTarget webhook,
		@Nullable ReplicaSource follow) {

	/** What could not be judged is kept out; no backups, plain HTTP, no webhook, no primary. */
	public static final OpsOptions DEFAULT = new OpsOptions(false, null, null, null, null);

	/** These options with another answer of the hooks. */
	public OpsOptions withHooksFailOpen(boolean newHooksFailOpen) {
		return new OpsOptions(newHooksFailOpen, backups, tls, webhook, follow);
	}

	/** These options with a folder for backups. */
	public OpsOptions withBackups(@Nullable Path newBackups) {
		return new OpsOptions(hooksFailOpen, newBackups, tls, webhook, follow);
	}

	/** These options with TLS. */
	public OpsOptions withTls(@Nullable TlsFiles newTls) {
		return new OpsOptions(hooksFailOpen, backups, newTls, webhook, follow);
	}

	/** These options with a webhook. */
	public OpsOptions withWebhook(@Nullable WebhookTarget newWebhook) {
		return new OpsOptions(hooksFailOpen, backups, tls, newWebhook, follow);
	}

	/** These options of a replica. */
	public OpsOptions withFollow(@Nullable ReplicaSource newFollow) {
		return new OpsOptions(hooksFailOpen, backups, tls, webhook, newFollow);
	}
}
