package org.hashaven.server.store;

import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of the service, without its secret.
 *
 * @param name
 *            what the audit trail calls it
 * @param digest
 *            SHA-256 of the secret, which is 256 random bits and so needs no slow hash
 * @param roles
 *            what it may do
 * @param expiresAt
 *            when it ends, in seconds since 1970; null for never
 * @param requestsPerSecond
 *            how often it may ask; null for no limit
 */
public record ApiKey(String name, byte[] digest, Set<Role> roles, @Nullable Long expiresAt, @Nullable Integer requestsPerSecond) {

	/** Whether this key may do something at a time. */
	public boolean has(Role role) {
		return roles.contains(role) || roles.contains(Role.ADMIN);
	}

	/** Whether it has ended. */
	public boolean isExpired(long nowSeconds) {
		return expiresAt != null && expiresAt <= nowSeconds;
	}

	/** Compares digests in constant time. */
	public boolean isFor(byte[] otherDigest) {
		return MessageDigest.isEqual(digest, otherDigest);
	}

	/** Its name only. */
	@Override
	public String toString() {
		return "ApiKey[" + name + "]";
	}
}
