package org.hashaven.index;

import java.util.OptionalInt;

/**
 * A photo or a video within the radius of a lookup.
 *
 * @param id
 *            its id
 * @param bank
 *            the name of its bank
 * @param purpose
 *            what a match in this bank means
 * @param distanceBits
 *            number of bits in which its hash differs from the one asked for; of a video, the hash of its nearest frame
 * @param timeMs
 *            when that frame is shown, from the first frame of the video, the earliest of equally near ones; empty in a photo
 */
public record HashMatch(String id, String bank, Purpose purpose, int distanceBits, OptionalInt timeMs) implements Match {

	/** A photo within the radius. */
	public HashMatch(String id, String bank, Purpose purpose, int distanceBits) {
		this(id, bank, purpose, distanceBits, OptionalInt.empty());
	}
}
