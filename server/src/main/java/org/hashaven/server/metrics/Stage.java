package org.hashaven.server.metrics;

import java.util.Locale;

/** A part of the work on a request that is timed by itself. */
public enum Stage {
	/** An upload waits for a worker and is decoded; of one that is only hashed, its hashing too. */
	DECODE,
	/** The views of a photo are made and hashed. */
	HASH,
	/** A video is decoded and hashed. */
	VIDEO,
	/** Hashes are looked up in the index. */
	LOOKUP,
	/** An upload is decoded, hashed and looked up: all of the above. */
	UPLOAD,
	/** The catalog makes a batch of changes durable. */
	COMMIT;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
