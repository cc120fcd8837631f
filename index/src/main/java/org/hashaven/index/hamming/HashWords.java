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

	/** Puts the four words of a hash here, the most significant first. */
	void get(int ordinal, long[] words) throws IOException;

	/** Puts the four words of a hash of 32 bytes here. */
	static void ofBytes(byte[] hash, long[] words) {
		for (int column = 0; column < Hash256.WORDS; column++) {
			words[column] = (long) WORD_IN_BYTES.get(hash, column * Long.BYTES);
		}
	}

	/** Puts the 32 bytes of a hash of four words here. */
	static void toBytes(long[] words, byte[] hash) {
		for (int column = 0; column < Hash256.WORDS; column++) {
			WORD_IN_BYTES.set(hash, column * Long.BYTES, words[column]);
		}
	}

	/** The four words of a hash, a new array. */
	static long[] of(Hash256 hash) {
		return new long[]{hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
	}

	/** The words of these values: straight from memory where they are ours, else from each value's bytes. */
	static HashWords of(ByteVectorValues values) {
		if (values instanceof HammingVectorValues ours) {
			return ours::words;
		}
		return (ordinal, words) -> ofBytes(values.vectorValue(ordinal), words);
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
