package org.hashaven.image.bmp;

import java.util.Arrays;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;

/**
 * The run lengths of a packed BMP of 8 or 4 bits, row by row. Runs end at the right edge, whatever they claim: ImageMagick lets them run on
 * where the width is no multiple of four, and viewers cut them.
 *
 * <pre>
 *   count  value            count pixels of one value; of 4 bits, of two in turn
 *   0      0                end of the row
 *   0      1                end of the picture
 *   0      2  right  down   what is skipped keeps value 0
 *   0      n  values …      n values, padded to two bytes
 * </pre>
 */
final class BmpRuns {

	private static final int END_OF_ROW = 0;
	private static final int END_OF_PICTURE = 1;
	private static final int DELTA = 2;

	private final Bytes bytes;
	private final boolean nibbles;
	private final byte[] row;
	private long at;
	private int x;
	private int y;
	private int skipTo = -1;
	private boolean ended;

	BmpRuns(Bytes bytes, BmpHeader header) {
		this.bytes = bytes;
		nibbles = header.packing() == BmpHeader.Packing.RUNS_OF_4_BITS;
		row = new byte[header.width()];
		at = header.pixels();
	}

	/** The values of the next row; the array is used again. After the end of the picture all are 0. */
	byte[] next() throws ImageException {
		Arrays.fill(row, (byte) 0);
		if (y >= skipTo) {
			boolean more = !ended;
			while (more) {
				more = step();
			}
		}
		y++;
		return row;
	}

	/** Reads one instruction; says whether the row goes on. */
	private boolean step() throws ImageException {
		int count = bytes.u8(at);
		int value = bytes.u8(at + 1);
		at += 2;
		if (count > 0) {
			for (int i = 0; i < count; i++) {
				put(nibbles ? i % 2 == 0 ? value >> 4 : value & 15 : value);
			}
			return true;
		}
		if (value == END_OF_ROW) {
			x = 0;
			return false;
		}
		if (value == END_OF_PICTURE) {
			ended = true;
			return false;
		}
		if (value == DELTA) {
			x = Math.min(x + bytes.u8(at), row.length);
			int down = bytes.u8(at + 1);
			at += 2;
			skipTo = y + down;
			return down == 0;
		}
		long size = nibbles ? (value + 1L) / 2 : value;
		bytes.require(at, size);
		for (int i = 0; i < value; i++) {
			int packed = bytes.u8(at + (nibbles ? i / 2 : i));
			put(nibbles ? i % 2 == 0 ? packed >> 4 : packed & 15 : packed);
		}
		at += size + (size & 1);
		return true;
	}

	private void put(int value) {
		if (x < row.length) {
			row[x] = (byte) value;
		}
		x = Math.min(x + 1, row.length);
	}
}
