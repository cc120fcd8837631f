package org.hashaven.image.png;

import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.jspecify.annotations.Nullable;

/** One row of a PNG: undoes its filter and expands its samples to grey or red, green, blue bytes. */
final class PngRow {

	private static final int OPAQUE = 255;

	private final PngHeader.Layout layout;
	private final Bytes bytes;
	private final int columns;
	private final byte[] samples;
	private final byte[] alpha;

	/**
	 * @param bytes
	 *            the file, for its palette
	 */
	PngRow(PngHeader.Layout layout, Bytes bytes, int columns) {
		this.layout = layout;
		this.bytes = bytes;
		this.columns = columns;
		this.samples = new byte[columns * (layout.isGrey() ? 1 : 3)];
		this.alpha = new byte[columns];
	}

	/**
	 * Undoes the filter in place. Both rows begin with their filter byte.
	 *
	 * @param previous
	 *            the row above, already undone; zeros above the first
	 */
	static void unfilter(byte[] row, byte[] previous, int pixelBytes) throws ImageException {
		switch (row[0]) {
			case 0 -> {
				// stored as it is
			}
			case 1 -> {
				for (int i = 1 + pixelBytes; i < row.length; i++) {
					row[i] += row[i - pixelBytes];
				}
			}
			case 2 -> {
				for (int i = 1; i < row.length; i++) {
					row[i] += previous[i];
				}
			}
			case 3 -> average(row, previous, pixelBytes);
			case 4 -> paeth(row, previous, pixelBytes);
			default -> throw ImageErrors.corrupt("The PNG is damaged: a row has an unknown filter.");
		}
	}

	private static void average(byte[] row, byte[] previous, int pixelBytes) {
		for (int i = 1; i < row.length; i++) {
			int left = i > pixelBytes ? row[i - pixelBytes] & 0xff : 0;
			row[i] += (byte) ((left + (previous[i] & 0xff)) >> 1);
		}
	}

	private static void paeth(byte[] row, byte[] previous, int pixelBytes) {
		int first = Math.min(row.length, 1 + pixelBytes);
		for (int i = 1; i < first; i++) {
			row[i] += previous[i];
		}
		for (int i = first; i < row.length; i++) {
			int left = row[i - pixelBytes] & 0xff;
			int above = previous[i] & 0xff;
			int corner = previous[i - pixelBytes] & 0xff;
			int byLeft = Math.abs(above - corner);
			int byAbove = Math.abs(left - corner);
			int byCorner = Math.abs(left + above - 2 * corner);
			row[i] += (byte) (byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner);
		}
	}

	/** The row's samples; the array is reused for the next row. */
	byte[] expand(byte[] row) throws ImageException {
		int sampleBytes = layout.bits() == 16 ? 2 : 1;
		int step = layout.channels() * sampleBytes;
		switch (layout.colour()) {
			case PngHeader.Layout.PALETTE -> lookUp(row);
			case PngHeader.Layout.RGB, PngHeader.Layout.RGB_ALPHA -> {
				for (int x = 0, from = 1, to = 0; x < columns; x++, from += step, to += 3) {
					samples[to] = row[from];
					samples[to + 1] = row[from + sampleBytes];
					samples[to + 2] = row[from + 2 * sampleBytes];
				}
			}
			default -> {
				if (layout.bits() < 8) {
					int scale = 255 / ((1 << layout.bits()) - 1);
					for (int x = 0; x < columns; x++) {
						samples[x] = (byte) (packed(row, x) * scale);
					}
				} else {
					for (int x = 0, from = 1; x < columns; x++, from += step) {
						samples[x] = row[from];
					}
				}
			}
		}
		return samples;
	}

	/** The row's alpha; the array is reused for the next row. Null where the picture has none. */
	byte @Nullable [] alpha(byte[] row) throws ImageException {
		int sampleBytes = layout.bits() == 16 ? 2 : 1;
		switch (layout.colour()) {
			case PngHeader.Layout.GREY_ALPHA, PngHeader.Layout.RGB_ALPHA -> {
				int step = layout.channels() * sampleBytes;
				for (int x = 0, from = 1 + step - sampleBytes; x < columns; x++, from += step) {
					alpha[x] = row[from];
				}
			}
			case PngHeader.Layout.PALETTE -> {
				if (layout.transparencyBytes() == 0) {
					return null;
				}
				for (int x = 0; x < columns; x++) {
					int index = index(row, x);
					alpha[x] = (byte) (index < layout.transparencyBytes() ? bytes.u8(layout.transparency() + (long) index) : OPAQUE);
				}
			}
			default -> {
				if (layout.transparencyBytes() < 2 * layout.channels()) {
					return null;
				}
				for (int x = 0; x < columns; x++) {
					alpha[x] = (byte) (isClear(row, x, sampleBytes) ? 0 : OPAQUE);
				}
			}
		}
		return alpha;
	}

	/** Whether a pixel without alpha has the one colour that is transparent. */
	private boolean isClear(byte[] row, int x, int sampleBytes) throws ImageException {
		for (int channel = 0; channel < layout.channels(); channel++) {
			int at = 1 + (x * layout.channels() + channel) * sampleBytes;
			int value = layout.bits() < 8
					? packed(row, x)
					: sampleBytes == 1 ? row[at] & 0xff : (row[at] & 0xff) << 8 | (row[at + 1] & 0xff);
			if (value != bytes.u16(layout.transparency() + 2L * channel)) {
				return false;
			}
		}
		return true;
	}

	private int index(byte[] row, int x) {
		return layout.bits() == 8 ? row[1 + x] & 0xff : packed(row, x);
	}

	private void lookUp(byte[] row) throws ImageException {
		byte[] file = bytes.array();
		for (int x = 0, to = 0; x < columns; x++, to += 3) {
			int index = index(row, x);
			if (index >= layout.paletteEntries()) {
				throw ImageErrors.corrupt("The PNG is damaged: a pixel is outside its palette.");
			}
			System.arraycopy(file, layout.palette() + index * 3, samples, to, 3);
		}
	}

	/** Sample x of a row with several to a byte, the leftmost in the highest bits. */
	private int packed(byte[] row, int x) {
		int bits = layout.bits();
		long bit = (long) x * bits;
		return ((row[1 + (int) (bit >>> 3)] & 0xff) >> (8 - bits - (int) (bit & 7))) & ((1 << bits) - 1);
	}
}
