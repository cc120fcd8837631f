package org.hashaven.server.replica;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The primary that a replica follows.
 *
 * @param address
 *            {@code https}, or {@code http} to this computer; without a path
 * @param key
 *            with the role {@code replicate}; empty for a primary that needs none
 */
public record ReplicaSource(URI address, String key) {

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * @throws IllegalArgumentException
	 *             when the address is another: the key and every hash would go over the network in clear
	 */
	public ReplicaSource {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		boolean isHere = LOCAL.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
		boolean isSafe = scheme.equals("https") || (scheme.equals("http") && isHere);
		boolean isBare = "/".equals(address.getPath()) || "".equals(address.getPath());
		if (!isSafe || !isBare || address.getHost() == null || address.getRawQuery() != null || address.getRawUserInfo() != null) {
			throw new IllegalArgumentException("the address must be https://HOST:PORT");
		}
	}

	/** Fixed: the key is a secret. */
	@Override
	public String toString() {
		return "ReplicaSource[hidden]";
	}
}
