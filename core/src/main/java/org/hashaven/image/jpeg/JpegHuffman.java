package org.hashaven.image.jpeg;

import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;

/** A JPEG Huffman table: canonical codes of 1 to 16 bits (ITU-T T.81, annexes C and F). */
final class JpegHuffman {

	static final int MAX_BITS = 16;

	private final int[] firstCode = new int[MAX_BITS + 1];
	private final int[] counts = new int[MAX_BITS + 1];
	private final int[] firstSymbol = new int[MAX_BITS + 1];
	private final int[] symbols;

	/** Reads the table whose sixteen counts begin at {@code at}. */
	JpegHuffman(Bytes bytes, long at) throws ImageException {
		int code = 0;
		int total = 0;
		for (int bits = 1; bits <= MAX_BITS; bits++) {
			counts[bits] = bytes.u8(at + bits - 1);
			firstCode[bits] = code;
			firstSymbol[bits] = total;
			total += counts[bits];
			code = (code + counts[bits]) << 1;
		}
		symbols = new int[total];
		for (int i = 0; i < total; i++) {
			symbols[i] = bytes.u8(at + MAX_BITS + i);
		}
	}

	/** Bytes of the table in the file: its counts and its symbols. */
	int sizeBytes() {
		return MAX_BITS + symbols.length;
	}

	/** The symbol of a code of this length; -1 when it is none. */
	int symbol(int code, int bits) {
		int index = code - firstCode[bits];
		return index >= 0 && index < counts[bits] ? symbols[firstSymbol[bits] + index] : -1;
	}
}
