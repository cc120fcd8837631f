package org.hashaven.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashaven.server.store.ApiKeys;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** The keys of a service, for its operator. A service that is running takes notice within two seconds. */
public final class KeyRing implements Closeable {

	/**
	 * A key without its secret.
	 *
	 * @param name
	 *            what the audit trail calls it
	 * @param roles
	 *            what it may do, separated by commas
	 * @param expires
	 *            when it ends; null for never
	 * @param requestsPerSecond
	 *            how often it may ask; null for no limit
	 */
	public record KeyInfo(String name, String roles, @Nullable Instant expires, @Nullable Integer requestsPerSecond) {
	}

	private final Catalog catalog;

	private KeyRing(Catalog catalog) {
		this.catalog = catalog;
	}

	/** Opens the keys of the service of an index. */
	public static KeyRing open(Path folder) throws IOException {
		return new KeyRing(Catalog.open(folder));
	}

	/**
	 * Makes a key.
	 *
	 * @param validity
	 *            how long it lasts; null for ever
	 * @param requestsPerSecond
	 *            how often it may ask; null for no limit
	 * @return its secret, which is not kept; empty when the name is taken
	 */
	public Optional<String> create(String name, Set<Role> roles, @Nullable Duration validity, @Nullable Integer requestsPerSecond)
			throws IOException {
		return catalog.write(connection -> ApiKeys.exists(connection, name)
				? Optional.empty()
				: Optional.of(ApiKeys.create(connection, name, roles, validity, requestsPerSecond)));
	}

	/** Ends a key; whether there was one of this name. */
	public boolean revoke(String name) throws IOException {
		return catalog.write(connection -> ApiKeys.revoke(connection, name));
	}

	/** All keys, in the order of their names. */
	public List<KeyInfo> list() throws IOException {
		return catalog.read(ApiKeys::list).stream().map(key -> new KeyInfo(key.name(), Role.words(key.roles()),
				key.expiresAt() == null ? null : Instant.ofEpochSecond(key.expiresAt()), key.requestsPerSecond())).toList();
	}

	@Override
	public void close() throws IOException {
		catalog.close();
	}
}
