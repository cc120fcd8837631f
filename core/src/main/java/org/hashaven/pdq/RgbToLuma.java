package org.hashaven.pdq;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.hashaven.image.RgbImage;

/** Pixels to luma, a strip of columns at a time. */
final class RgbToLuma {

	/*
	 * Two steps, because the JIT vectorises only the second: the first picks pixels, four bytes at once, and turns rows into columns on the
	 * way; the second does the float arithmetic on the packed ints, one colour a loop (with all three in one it is not vectorised).
	 */

	private static final VarHandle INT_LITTLE_ENDIAN = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private RgbToLuma() {
	}

	/**
	 * Picks the pixels of eight columns; past the picture's right side the last column is repeated.
	 *
	 * @param image
	 *            at most 512 × 512
	 * @param pixels
	 *            one strip, laid out as {@link ScratchLayout}; takes the pixels, packed as they are needed by {@link #luma}
	 */
	static void pick(RgbImage image, int firstColumn, int[] pixels) {
		if (image.channels() == 1) {
			pickGrey(image, firstColumn, pixels);
		} else {
			pickRgb(image, firstColumn, pixels);
		}
	}

	/**
	 * The luma of one picked column.
	 *
	 * @param line
	 *            which column of the strip, 0..7
	 * @param luma
	 *            takes one value for each row
	 */
	static void luma(RgbImage image, int[] pixels, int line, float[] luma) {
		int from = line * ScratchLayout.STRIDE;
		if (image.channels() == 1) {
			copyGrey(pixels, from, luma, image.height());
		} else {
			red(pixels, from, luma, image.height());
			addGreen(pixels, from, luma, image.height());
			addBlue(pixels, from, luma, image.height());
		}
	}

	private static void copyGrey(int[] pixels, int from, float[] luma, int rows) {
		for (int row = 0; row < rows; row++) {
			luma[row] = pixels[from + row];
		}
	}

	private static void red(int[] pixels, int from, float[] luma, int rows) {
		for (int row = 0; row < rows; row++) {
			luma[row] = 0.299f * (pixels[from + row] & 0xff);
		}
	}

	private static void addGreen(int[] pixels, int from, float[] luma, int rows) {
		for (int row = 0; row < rows; row++) {
			luma[row] += 0.587f * ((pixels[from + row] >>> 8) & 0xff);
		}
	}

	private static void addBlue(int[] pixels, int from, float[] luma, int rows) {
		for (int row = 0; row < rows; row++) {
			luma[row] += 0.114f * ((pixels[from + row] >>> 16) & 0xff);
		}
	}

	private static void pickGrey(RgbImage image, int firstColumn, int[] pixels) {
		byte[] samples = image.samples();
		for (int line = 0; line < ScratchLayout.STRIP; line++) {
			int column = Math.min(firstColumn + line, image.width() - 1);
			for (int row = 0; row < image.height(); row++) {
				pixels[line * ScratchLayout.STRIDE + row] = samples[row * image.width() + column] & 0xff;
			}
		}
	}

	private static void pickRgb(RgbImage image, int firstColumn, int[] pixels) {
		byte[] samples = image.samples();
		int rowBytes = image.width() * 3;
		int lastRow = image.height() - 1;
		if (firstColumn + ScratchLayout.STRIP <= image.width()) {
			pickEight(samples, firstColumn * 3, rowBytes, lastRow, pixels);
		} else {
			for (int line = 0; line < ScratchLayout.STRIP; line++) {
				int column = Math.min(firstColumn + line, image.width() - 1);
				for (int row = 0; row < lastRow; row++) {
					pixels[line * ScratchLayout.STRIDE + row] = (int) INT_LITTLE_ENDIAN.get(samples, row * rowBytes + column * 3);
				}
			}
		}
		// Four bytes are read for three, and the picture's last pixel has no byte after it: the last row is put together by hand.
		for (int line = 0; line < ScratchLayout.STRIP; line++) {
			int p = lastRow * rowBytes + Math.min(firstColumn + line, image.width() - 1) * 3;
			pixels[line * ScratchLayout.STRIDE + lastRow] = (samples[p] & 0xff) | (samples[p + 1] & 0xff) << 8
					| (samples[p + 2] & 0xff) << 16;
		}
	}

	private static void pickEight(byte[] samples, int firstByte, int rowBytes, int rows, int[] pixels) {
		int p = firstByte;
		for (int row = 0; row < rows; row++, p += rowBytes) {
			pixels[row] = (int) INT_LITTLE_ENDIAN.get(samples, p);
			pixels[row + ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 3);
			pixels[row + 2 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 6);
			pixels[row + 3 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 9);
			pixels[row + 4 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 12);
			pixels[row + 5 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 15);
			pixels[row + 6 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 18);
			pixels[row + 7 * ScratchLayout.STRIDE] = (int) INT_LITTLE_ENDIAN.get(samples, p + 21);
		}
	}
}
