package org.hashaven.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hashaven.server.store.ApiKey;
import org.hashaven.server.store.ApiKeys;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Role;

/**
 * Who may do what. Keys come as {@code Authorization: Bearer …}, or as the password of {@code Basic …} from programs that can only be given
 * a URL with a name and a password, and are read anew from the catalog within {@value #RELOAD_SECONDS} seconds of a change by another
 * process.
 *
 * <p>
 * While there is no key, requests from this computer need none; those that a web page in a browser here may have sent are refused.
 */
final class Keys {

	private static final int RELOAD_SECONDS = 2;
	private static final String BEARER = "bearer ";
	private static final String BASIC = "basic ";
	private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	private final Catalog catalog;
	private final boolean isLocal;
	private volatile List<ApiKey> keys = List.of();
	private volatile long readAt;
	private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();

	/**
	 * @param isLocal
	 *            whether only this computer can reach the service: without that a key is needed even when the last one was revoked
	 */
	Keys(Catalog catalog, boolean isLocal) throws IOException {
		this.catalog = catalog;
		this.isLocal = isLocal;
		reload();
	}

	private void reload() throws IOException {
		keys = catalog.read(ApiKeys::list);
		readAt = System.nanoTime();
	}

	/**
	 * The name of who sends a request.
	 *
	 * @throws ApiException
	 *             401 without a key, 403 when its roles do not include this one, 429 when it asks too often
	 */
	String requireRole(ServerRequest request, Role role) throws IOException {
		if (System.nanoTime() - readAt > TimeUnit.SECONDS.toNanos(RELOAD_SECONDS)) {
			reload();
		}
		List<ApiKey> known = keys;
		if (known.isEmpty() && isLocal) {
			requireFromHere(request);
			return "local";
		}
		ApiKey key = find(known, request);
		if (!key.has(role)) {
			throw new ApiException(403, "missing role " + role.word());
		}
		requireRate(key);
		return key.name();
	}

	private void requireRate(ApiKey key) {
		Integer requestsPerSecond = key.requestsPerSecond();
		if (requestsPerSecond != null) {
			long now = System.nanoTime();
			// by digest: another key may be given the name of one that was revoked
			RateLimit limit = limits.computeIfAbsent(HexFormat.of().formatHex(key.digest()),
					digest -> new RateLimit(requestsPerSecond, now));
			if (!limit.lets(now)) {
				throw new ApiException(429, "too many requests with this key, try again", Refusal.RATE);
			}
		}
	}

	private static ApiKey find(List<ApiKey> known, ServerRequest request) {
		String secret = secret(request.headers().first(HeaderNames.AUTHORIZATION).orElse(""));
		if (!secret.isEmpty()) {
			byte[] digest = ApiKeys.digest(secret);
			long now = Instant.now().getEpochSecond();
			for (ApiKey key : known) {
				if (key.isFor(digest) && !key.isExpired(now)) {
					return key;
				}
			}
		}
		throw new ApiException(401, "a valid API key is needed: Authorization: Bearer KEY");
	}

	private static String secret(String header) {
		String lower = header.toLowerCase(Locale.ROOT);
		if (lower.startsWith(BEARER)) {
			return header.substring(BEARER.length()).strip();
		}
		if (lower.startsWith(BASIC)) {
			try {
				String pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
				return pair.substring(pair.indexOf(':') + 1);
			} catch (IllegalArgumentException e) {
				return "";
			}
		}
		return "";
	}

	/**
	 * A page of another site names itself in {@code Origin}, or, when it has turned its own name to this computer, in {@code Host}. Our own
	 * page has the service's address as its origin.
	 */
	private static void requireFromHere(ServerRequest request) {
		String authority = request.headers().first(HeaderNames.HOST).orElse("");
		String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
		boolean foreign = !origin.isEmpty() && !origin.equals("http://" + authority) && !origin.equals("https://" + authority);
		String host = authority.replaceAll(":\\d*$", "");
		if (foreign || !LOCAL_NAMES.contains(host.toLowerCase(Locale.ROOT))) {
			throw new ApiException(403, "without an API key only programs on this computer may ask");
		}
	}
}
