package org.hashaven.index.record;

import java.security.SecureRandom;
import org.apache.lucene.util.BytesRef;

/** New ids, never given before, drawn from the system's random numbers by the block: one by one costs more than to index a record. */
public final class IdGenerator {

	private static final int MAX_BLOCK = 1_024;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final int blockBytes;
	private byte[] block = {};
	private int used;

	/**
	 * @param expected
	 *            about how many will be asked for
	 */
	public IdGenerator(int expected) {
		blockBytes = RecordIds.NEW_BYTES * Math.clamp(expected, 1, MAX_BLOCK);
	}

	/** The bytes of a new id. */
	public BytesRef next() {
		if (used == block.length) {
			block = new byte[blockBytes];
			used = 0;
			RANDOM.nextBytes(block);
		}
		BytesRef id = new BytesRef(block, used, RecordIds.NEW_BYTES);
		RecordIds.mark(id);
		used += RecordIds.NEW_BYTES;
		return id;
	}
}
