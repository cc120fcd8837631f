package org.hashaven.image.jpeg;

import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;

/** The bits of a baseline JPEG scan, read block by block only to see that they are there. */
final class JpegEntropy {

	private final Bytes bytes;
	private long at;
	private int buffer;
	private int bufferBits;

	JpegEntropy(Bytes bytes, long at) {
		this.bytes = bytes;
		this.at = at;
	}

	/** Whether nothing is left but padding, which is of ones, and half an end marker. */
	boolean isAtEnd() throws ImageException {
		int padding = (1 << bufferBits) - 1;
		long left = bytes.length() - at;
		return (buffer & padding) == padding && (left == 0 || (left == 1 && bytes.u8(at) == 0xff));
	}

	/** Reads over one block: a difference, then runs of zeros and values up to 63 or the end-of-block code. */
	void skipBlock(JpegHuffman dc, JpegHuffman ac) throws ImageException {
		skip(symbol(dc));
		int coefficient = 1;
		while (coefficient < 64) {
			int runAndSize = symbol(ac);
			int size = runAndSize & 15;
			int run = runAndSize >> 4;
			if (size == 0 && run < 15) {
				return;
			}
			coefficient += run + 1;
			skip(size);
		}
	}

	/** Reads over a restart marker, which begins at the next whole byte. */
	void restart() throws ImageException {
		bufferBits = 0;
		if (bytes.u8(at) != 0xff || bytes.u8(at + 1) < 0xd0 || bytes.u8(at + 1) > 0xd7) {
			throw ImageErrors.corrupt("The JPEG lacks a restart marker.");
		}
		at += 2;
	}

	private int symbol(JpegHuffman table) throws ImageException {
		int code = 0;
		for (int bits = 1; bits <= JpegHuffman.MAX_BITS; bits++) {
			code = (code << 1) | bit();
			int symbol = table.symbol(code, bits);
			if (symbol >= 0) {
				return symbol;
			}
		}
		throw ImageErrors.corrupt("The JPEG has an unknown code.");
	}

	private void skip(int bits) throws ImageException {
		for (int i = 0; i < bits; i++) {
			bit();
		}
	}

	private int bit() throws ImageException {
		if (bufferBits == 0) {
			buffer = bytes.u8(at++);
			bufferBits = 8;
			if (buffer == 0xff && bytes.u8(at++) != 0) {
				throw ImageErrors.corrupt("The JPEG ends before its picture is complete.");
			}
		}
		return (buffer >> --bufferBits) & 1;
	}
}
