package org.hashaven.benchmarks.rivals;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.hashaven.hash.Hash256;

/** A file of hashes, mapped: 32 bytes a row, the most significant first, nothing before, between or after. */
final class HashFile {

	private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

	private final MemorySegment rows;

	/** Maps a file until its last user closes it. */
	HashFile(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			rows = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
		}
	}

	/** Writes so many hashes, each given as four words. */
	static void write(Path file, int size, IntFunction<long[]> hashes) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
			for (int row = 0; row < size; row++) {
				for (long word : hashes.apply(row)) {
					out.writeLong(word);
				}
			}
		}
	}

	/** Number of rows. */
	int size() {
		return Math.toIntExact(rows.byteSize() / Hash256.BYTES);
	}

	/** One hash. */
	Hash256 hash(int row) {
		long start = (long) row * Hash256.BYTES;
		return Hash256.ofWords(rows.get(WORD, start), rows.get(WORD, start + 8), rows.get(WORD, start + 16), rows.get(WORD, start + 24));
	}

	/** The hashes of some rows, in order. */
	List<Hash256> hashes(int from, int to) {
		List<Hash256> hashes = new ArrayList<>(to - from);
		for (int row = from; row < to; row++) {
			hashes.add(hash(row));
		}
		return hashes;
	}
}
