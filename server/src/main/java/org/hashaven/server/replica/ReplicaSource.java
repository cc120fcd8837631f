package org.hashaven.server.replica;

import java.net.URI;
import java.util.Locale;

/**
 * The primary that a replica follows.
 *
 * @param address
 *            {@code https}, or {@code http}; without a path
 * @param key
 *            with the role {@code replicate}; empty for a primary that needs none
 */
public record ReplicaSource(URI address, String key) {

	/**
	 * @throws IllegalArgumentException
	 *             when the address is none of a web server
	 */
	public ReplicaSource {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null) {
			throw new IllegalArgumentException("the address must be an http or https URL");
		}
	}

	/** Fixed: the key is a secret. */
	@Override
	public String toString() {
		return "ReplicaSource[hidden]";
	}
}
