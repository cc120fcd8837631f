package org.hashaven.image.bmp;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.UprightCanvas;
import org.jspecify.annotations.Nullable;

/**
 * The BMP decoder: colour tables, channels by their masks, and run lengths.
 *
 * <p>
 * Written here and not left to OpenCV, which takes 16 and 32 bits for one order of channels whatever the masks say, and shears what
 * ImageMagick packs. It is small, and then total.
 */
public final class BmpCodec {

	private static final int ALPHA = 3;

	private final Bytes bytes;
	private final BmpHeader header;
	private final byte[] samples;
	private final byte[] alpha;

	private BmpCodec(Bytes bytes, BmpHeader header) {
		this.bytes = bytes;
		this.header = header;
		samples = new byte[header.width() * 3];
		alpha = new byte[header.width()];
	}

	public static RgbImage decode(Bytes bytes, ImageHeader claimed) throws ImageException {
		return new BmpCodec(bytes, BmpHeader.of(bytes)).decode(claimed.orientation());
	}

	private RgbImage decode(Symmetry orientation) throws ImageException {
		UprightCanvas canvas = new UprightCanvas(header.width(), header.height(), 3, orientation);
		AlphaPlane clear = new AlphaPlane(header.width(), header.height(), orientation);
		BmpRuns runs = header.packing() == BmpHeader.Packing.NONE ? null : new BmpRuns(bytes, header);
		boolean cut = false;
		for (int i = 0; i < header.height(); i++) {
			long at = header.pixels() + i * header.rowBytes();
			try {
				if (!cut) {
					readRow(at, runs);
				}
			} catch (ImageException e) {
				if (!bytes.isTolerant() || i == 0) {
					throw e;
				}
				cut = true; // the row before is repeated: a black band would move the hash further
			}
			int y = header.topDown() ? i : header.height() - 1 - i;
			canvas.putRows(y, 1, samples);
			if (header.masks()[ALPHA] != 0) {
				clear.put(0, y, header.width(), 1, alpha, header.width());
			}
		}
		// Many programs leave alpha 0 throughout.
		return clear.ofVisible(canvas.image());
	}

	private void readRow(long at, @Nullable BmpRuns runs) throws ImageException {
		if (runs != null) {
			byte[] indexes = runs.next();
			for (int x = 0; x < indexes.length; x++) {
				lookUp(x, indexes[x] & 0xff);
			}
		} else if (header.bits() <= 8) {
			unpack(at);
		} else if (header.bits() == 24) {
			for (int x = 0, to = 0; x < header.width(); x++, to += 3) {
				putBlueGreenRed(to, at + 3L * x);
			}
		} else {
			split(at);
		}
	}

	private void unpack(long at) throws ImageException {
		int bits = header.bits();
		for (int x = 0; x < header.width(); x++) {
			long bit = (long) x * bits;
			lookUp(x, (bytes.u8(at + (bit >>> 3)) >> (8 - bits - (int) (bit & 7))) & ((1 << bits) - 1));
		}
	}

	/** What is outside the table is black, as viewers show it. */
	private void lookUp(int x, int index) throws ImageException {
		if (index < header.paletteEntries()) {
			putBlueGreenRed(3 * x, header.palette() + (long) index * header.entryBytes());
		} else {
			samples[3 * x] = 0;
			samples[3 * x + 1] = 0;
			samples[3 * x + 2] = 0;
		}
	}

	private void putBlueGreenRed(int to, long at) throws ImageException {
		samples[to] = (byte) bytes.u8(at + 2);
		samples[to + 1] = (byte) bytes.u8(at + 1);
		samples[to + 2] = (byte) bytes.u8(at);
	}

	private void split(long at) throws ImageException {
		int[] masks = header.masks();
		boolean small = header.bits() == 16;
		for (int x = 0, to = 0; x < header.width(); x++) {
			int pixel = small ? bytes.u16Little(at + 2L * x) : bytes.s32Little(at + 4L * x);
			for (int colour = 0; colour < 3; colour++, to++) {
				samples[to] = (byte) scaled(pixel, masks[colour]);
			}
			alpha[x] = (byte) scaled(pixel, masks[ALPHA]);
		}
	}

	/** A channel's value, 0..255. */
	private static int scaled(int pixel, int mask) {
		if (mask == 0) {
			return 0;
		}
		int shift = Integer.numberOfTrailingZeros(mask);
		long most = (mask >>> shift) & 0xffffffffL;
		long value = ((pixel & mask) >>> shift) & 0xffffffffL;
		return (int) ((value * 255 + most / 2) / most);
	}
}
