package org.hashaven.image.gif;

import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;

/** GIF's LZW stream, read as colour indexes, a row at a time. */
final class GifLzw {

	static final String CUT_OFF = "The GIF is cut off: part of its picture is missing.";
	private static final int MAX_CODES = 4096;
	/** A string is at most as long as the table, and a code has at least 3 bits. */
	static final int MAX_PIXELS_PER_BYTE = MAX_CODES * 3;

	private final Bytes bytes;
	private long at;
	private int blockLeft;
	private int buffer;
	private int bufferBits;

	private final int minBits;
	private final int clear;
	private int codeBits;
	private int next;
	private int previous = -1;
	/** The string of a code is the string of {@code prefix}, then {@code last}; {@code first} is its first index. */
	private final short[] prefix = new short[MAX_CODES];
	private final byte[] last = new byte[MAX_CODES];
	private final byte[] first = new byte[MAX_CODES];

	/** Indexes decoded and not yet handed out, last one first. */
	private final byte[] stack = new byte[MAX_CODES + 1];
	private int stacked;

	GifLzw(Bytes bytes, long data) throws ImageException {
		this.bytes = bytes;
		this.minBits = bytes.u8(data);
		this.at = data + 1;
		if (minBits < 1 || minBits > 8) {
			throw ImageErrors.corrupt("The GIF is damaged: its code size is impossible.");
		}
		this.clear = 1 << minBits;
		for (int i = 0; i < clear; i++) {
			last[i] = (byte) i;
			first[i] = (byte) i;
		}
		reset();
	}

	/** Fills a row with the next indexes. */
	void read(byte[] row) throws ImageException {
		for (int x = 0; x < row.length; x++) {
			while (stacked == 0) {
				decodeCode();
			}
			row[x] = stack[--stacked];
		}
	}

	private void reset() {
		codeBits = minBits + 1;
		next = clear + 2;
		previous = -1;
	}

	private void decodeCode() throws ImageException {
		int code = readCode();
		if (code == clear) {
			reset();
			return;
		}
		if (code == clear + 1) {
			throw ImageErrors.corrupt(CUT_OFF);
		}
		if (code > next || (code >= clear && previous < 0)) {
			throw ImageErrors.corrupt("The GIF is damaged: a code is unknown.");
		}
		byte firstIndex = code == next ? first[previous] : first[code];
		if (previous >= 0 && next < MAX_CODES) {
			prefix[next] = (short) previous;
			last[next] = firstIndex;
			first[next] = first[previous];
			next++;
			if (next == (1 << codeBits) && codeBits < 12) {
				codeBits++;
			}
		}
		previous = code;
		int string = code;
		while (string >= clear) {
			stack[stacked++] = last[string];
			string = prefix[string];
		}
		stack[stacked++] = last[string];
	}

	private int readCode() throws ImageException {
		while (bufferBits < codeBits) {
			if (blockLeft == 0) {
				blockLeft = bytes.u8(at++);
				if (blockLeft == 0) {
					throw ImageErrors.corrupt(CUT_OFF);
				}
			}
			buffer |= bytes.u8(at++) << bufferBits;
			bufferBits += 8;
			blockLeft--;
		}
		int code = buffer & ((1 << codeBits) - 1);
		buffer >>>= codeBits;
		bufferBits -= codeBits;
		return code;
	}
}
