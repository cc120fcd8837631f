package org.hashaven.index;

import java.util.Objects;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;

/**
 * A named list of records with its own rules.
 *
 * @param name
 *            1..{@value HashRecord#MAX_TEXT_CHARS} characters, no control characters
 * @param radius
 *            largest distance in bits that counts as a match, inclusive, 0..{@value #MAX_RADIUS}
 * @param qualityFloor
 *            lowest quality, 0..100, that takes part: a record below it is kept but does not match, a lookup below it finds nothing here
 * @param purpose
 *            what a match means
 */
public record Bank(String name, int radius, int qualityFloor, Purpose purpose) {

	/** Largest radius a bank or a lookup may have, in bits. */
	public static final int MAX_RADIUS = 64;

	/** Default radius in bits. */
	public static final int DEFAULT_RADIUS = 31;

	/** Default quality floor: below it a match says little. */
	public static final int DEFAULT_QUALITY_FLOOR = 50;

	/** The bank every new index has: {@code default}, radius 31, quality floor 50, to block. */
	public static final Bank DEFAULT = new Bank("default", DEFAULT_RADIUS, DEFAULT_QUALITY_FLOOR, Purpose.BLOCK);

	/**
	 * @throws IllegalArgumentException
	 *             when name, radius or quality floor are out of their limits
	 */
	public Bank {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(purpose, "purpose");
		HashRecord.requireText("bank", name);
		requireRadius(radius);
		if (qualityFloor < 0 || qualityFloor > Quality.MAX) {
			throw new IllegalArgumentException("quality floor is 0.." + Quality.MAX + ", not " + qualityFloor);
		}
	}

	static void requireRadius(int radius) {
		if (radius < 0 || radius > MAX_RADIUS) {
			throw new IllegalArgumentException("radius is 0.." + MAX_RADIUS + ", not " + radius);
		}
	}
}
