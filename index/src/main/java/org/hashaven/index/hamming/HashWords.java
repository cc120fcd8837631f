package org.hashaven.index.hamming;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.index.ByteVectorValues;
import org.hashaven.hash.Hash256;

/** The words of one segment's hashes by ordinal, from whatever format the segment is stored in. */
@FunctionalInterface
interface HashWords {

	/** A word in the bytes of a hash, most significant byte first. */
	VarHandle WORD_IN_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	/** One word of one hash; column 0 is the most significant. */
	long word(int column, int ordinal) throws IOException;

	/** One word of a hash of 32 bytes. */
	static long get(byte[] hash, int column) {
		return (long) WORD_IN_BYTES.get(hash, column * Long.BYTES);
	}

	/** Writes one word of a hash of 32 bytes. */
	static void set(byte[] hash, int column, long word) {
		WORD_IN_BYTES.set(hash, column * Long.BYTES, word);
	}

	/** The words of these values: straight from the columns where they are ours, else from each value's bytes. */
	static HashWords of(ByteVectorValues values) {
		if (values instanceof HammingVectorValues ours) {
			return ours.columns()::word;
		}
		return (column, ordinal) -> get(values.vectorValue(ordinal), column);
	}

	/**
	 * Holds a vector field to what a hash is.
	 *
	 * @throws IllegalArgumentException
	 *             when its vectors are not of 32 dimensions
	 */
	static void requireHashes(String field, int dimensions) {
		if (dimensions != Hash256.BYTES) {
			throw new IllegalArgumentException("field " + field + " holds no hashes: it has " + dimensions + " dimensions");
		}
	}
}
