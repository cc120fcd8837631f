package org.hashaven.server.webhook;

import java.net.URI;
import java.util.Locale;

/**
 * Where events are sent.
 *
 * @param address
 *            {@code https}, or {@code http}
 * @param secret
 *            shared with the receiver, who checks by it that an event comes from here; at least {@value #MIN_SECRET_CHARS} characters
 */
public record WebhookTarget(URI address, String secret) {

	/** Shortest secret. */
	public static final int MIN_SECRET_CHARS = 16;

	/**
	 * @throws IllegalArgumentException
	 *             when the address is none of a web server, or the secret is too short
	 */
	public WebhookTarget {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null) {
			throw new IllegalArgumentException("the address must be an http or https URL");
		}
		if (secret.length() < MIN_SECRET_CHARS) {
			throw new IllegalArgumentException("the secret must have at least " + MIN_SECRET_CHARS + " characters");
		}
	}

	/** Fixed: an address may hold a token, and the secret is one. */
	@Override
	public String toString() {
		return "WebhookTarget[hidden]";
	}
}
