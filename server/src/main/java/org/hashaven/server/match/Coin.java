package org.hashaven.server.match;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;
import org.hashaven.server.store.Bank;

/**
 * The toss that decides which banks take part in a lookup: those whose enabled ratio is not below it. A bank of ratio 0 never takes part,
 * one of ratio 1 always.
 *
 * @param value
 *            more than 0, at most 1; 0 when all banks take part
 */
public record Coin(double value) {

	/** All banks take part. */
	public static final Coin BYPASSED = new Coin(0);

	private static final int MANTISSA_BITS = 53;

	/** A new toss. */
	public static Coin toss() {
		return new Coin(1 - ThreadLocalRandom.current().nextDouble());
	}

	/** The toss of a seed, always the same one. Not the value that Python's generator would give, see docs/hma.md. */
	public static Coin ofSeed(String seed) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
			long bits = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - MANTISSA_BITS);
			return new Coin(Math.scalb((double) (bits + 1), -MANTISSA_BITS));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Whether a bank takes part. */
	public boolean enables(Bank bank) {
		return bank.enabledRatio() >= value;
	}
}
