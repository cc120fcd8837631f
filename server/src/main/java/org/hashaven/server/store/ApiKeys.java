package org.hashaven.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys in the catalog. A secret is shown once, when it is made; only its digest is kept. */
public final class ApiKeys {

	/** How a secret begins, so that tools that look for leaked secrets recognise it. */
	private static final String PREFIX = "haven_";

	private static final int SECRET_BYTES = 32;
	private static final SecureRandom RANDOM = new SecureRandom();

	private ApiKeys() {
	}

	/**
	 * Makes a key.
	 *
	 * @param validity
	 *            how long it lasts; null for ever
	 * @param requestsPerSecond
	 *            how often it may ask; null for no limit
	 * @return its secret
	 */
	public static String create(Connection connection, String name, Set<Role> roles, @Nullable Duration validity,
			@Nullable Integer requestsPerSecond) throws SQLException {
		byte[] random = new byte[SECRET_BYTES];
		RANDOM.nextBytes(random);
		String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		long now = Instant.now().getEpochSecond();
		Sql.update(connection,
				"INSERT INTO api_key (name, digest, roles, created_at, expires_at, requests_per_second) VALUES (?, ?, ?, ?, ?, ?)",
				name, digest(secret), Role.words(roles), now, validity == null ? null : now + validity.toSeconds(), requestsPerSecond);
		AuditLog.append(connection, "local", "key-created " + name + " " + Role.words(roles), null, null);
		return secret;
	}

	/** Ends a key; whether there was one of this name. */
	public static boolean revoke(Connection connection, String name) throws SQLException {
		boolean found = Sql.update(connection, "DELETE FROM api_key WHERE name = ?", name) > 0;
		if (found) {
			AuditLog.append(connection, "local", "key-revoked " + name, null, null);
		}
		return found;
	}

	/** All keys, expired ones too, in the order of their names. */
	public static List<ApiKey> list(Connection connection) throws SQLException {
		return Sql.all(connection, row -> {
			long expires = row.getLong("expires_at");
			Long expiresAt = row.wasNull() ? null : expires;
			int requests = row.getInt("requests_per_second");
			Integer requestsPerSecond = row.wasNull() ? null : requests;
			return new ApiKey(row.getString("name"), row.getBytes("digest"), Role.parse(row.getString("roles")), expiresAt,
					requestsPerSecond);
		}, "SELECT * FROM api_key ORDER BY name");
	}

	/** Whether a name is taken. */
	public static boolean exists(Connection connection, String name) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM api_key WHERE name = ?", name) > 0;
	}

	/** What is kept of a secret. */
	public static byte[] digest(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
