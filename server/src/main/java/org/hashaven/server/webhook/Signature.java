package org.hashaven.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a delivery: {@code t=SECONDS,v1=HEX}, HMAC-SHA256 under the shared secret of {@code SECONDS.BODY}. */
final class Signature {

	private static final String ALGORITHM = "HmacSHA256";

	private Signature() {
	}

	static String of(byte[] body, long seconds, String secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
			return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
		} catch (NoSuchAlgorithmException | InvalidKeyException e) {
			throw new IllegalStateException(e);
		}
	}
}
