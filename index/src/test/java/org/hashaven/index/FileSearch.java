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
 * A byte by byte search of every file in a folder for one record: for any of the four words of its hash, its 16-bit lanes in either order,
 * the bytes of each lane in either order; and for the bytes of its id.
 */
final class FileSearch {

	private final List<String> hashForms;
	private final String id;

	private FileSearch(List<String> hashForms, String id) {
		this.hashForms = hashForms;
		this.id = id;
	}

	static FileSearch of(Hash256 hash, String id) {
		List<String> forms = new ArrayList<>();
		for (int i = 0; i < Hash256.WORDS; i++) {
			long word = hash.word(i);
			long lanesReversed = word << 48 | (word & 0xffff0000L) << 16 | (word >>> 16 & 0xffff0000L) | word >>> 48;
			for (long lanes : new long[]{word, lanesReversed}) {
				forms.add(bytes(lanes, ByteOrder.BIG_ENDIAN));
				forms.add(bytes(lanes, ByteOrder.LITTLE_ENDIAN));
			}
		}
		return new FileSearch(forms, id);
	}

	private static String bytes(long word, ByteOrder order) {
		return new String(ByteBuffer.allocate(Long.BYTES).order(order).putLong(word).array(), StandardCharsets.ISO_8859_1);
	}

	boolean hashIn(Path folder) throws IOException {
		return anyIn(folder, hashForms);
	}

	boolean idIn(Path folder) throws IOException {
		return anyIn(folder, List.of(id));
	}

	private static boolean anyIn(Path folder, List<String> forms) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				try {
					String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
					if (forms.stream().anyMatch(bytes::contains)) {
						return true;
					}
				} catch (NoSuchFileException e) {
					// A merge has let go of it since the folder was listed; what it became is searched or comes without deleted records.
				}
			}
		}
		return false;
	}
}
