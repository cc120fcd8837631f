package org.hashaven.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;

/**
 * A byte by byte search of every file in a folder for one record: for its hash in pieces of so many words, with the 16-bit lanes of each
 * word in either order and the bytes of each lane in either order, the bits as they are and as any file arranges them; and for the bytes of
 * its id.
 */
final class FileSearch {

	private static final int BITS = Hash256.BITS;

	private final long[] words;
	private final String id;

	FileSearch(Hash256 hash, String id) {
		this.words = new long[]{hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
		this.id = id;
	}

	/** Whether any file holds the hash. */
	boolean hashIn(Path folder) throws IOException {
		List<String> files = files(folder);
		List<String> forms = new ArrayList<>(forms(words));
		for (String file : files) {
			for (int start = 0; start + BITS <= file.length(); start++) {
				if (isArrangement(file, start)) {
					forms.addAll(forms(arranged(file.substring(start, start + BITS))));
				}
			}
		}
		return files.stream().anyMatch(file -> forms.stream().anyMatch(file::contains));
	}

	/** Whether any file holds the id. */
	boolean idIn(Path folder) throws IOException {
		return files(folder).stream().anyMatch(file -> file.contains(id));
	}

	/** Whether some file arranges the bits of hashes. */
	static boolean anyArrangementIn(Path folder) throws IOException {
		return files(folder).stream()
				.anyMatch(file -> Stream.iterate(0, start -> start + BITS <= file.length(), start -> start + 1)
						.anyMatch(start -> isArrangement(file, start)));
	}

	/** The bytes of every file, a character each. */
	private static List<String> files(Path folder) throws IOException {
		List<String> contents = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				try {
					contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
				} catch (NoSuchFileException e) {
					// A merge has let go of it since the folder was listed, and nothing deleted before is in what it became.
				}
			}
		}
		return contents;
	}

	/** Whether 256 bytes are the numbers 0 to 255 in some order. */
	private static boolean isArrangement(String file, int start) {
		boolean[] seen = new boolean[BITS];
		for (int i = start; i < start + BITS; i++) {
			if (seen[file.charAt(i)]) {
				return false;
			}
			seen[file.charAt(i)] = true;
		}
		return true;
	}

	/** The words with their bits in another order: bit i, counted from the lowest of the first word, is bit {@code order(i)}. */
	private long[] arranged(String order) {
		long[] arranged = new long[words.length];
		for (int bit = 0; bit < BITS; bit++) {
			int source = order.charAt(bit);
			arranged[bit / Long.SIZE] |= (words[source / Long.SIZE] >>> source % Long.SIZE & 1) << bit % Long.SIZE;
		}
		return arranged;
	}

	private static List<String> forms(long[] hash) {
		List<String> forms = new ArrayList<>();
		for (long word : hash) {
			for (long lanes : new long[]{word, lanesReversed(word)}) {
				forms.add(bytes(lanes, ByteOrder.BIG_ENDIAN));
				forms.add(bytes(lanes, ByteOrder.LITTLE_ENDIAN));
			}
		}
		return forms;
	}

	private static String bytes(long word, ByteOrder order) {
		return new String(ByteBuffer.allocate(Long.BYTES).order(order).putLong(word).array(), StandardCharsets.ISO_8859_1);
	}

	private static long lanesReversed(long word) {
		return word << 48 | (word & 0xffff0000L) << 16 | (word >>> 16 & 0xffff0000L) | word >>> 48;
	}
}
