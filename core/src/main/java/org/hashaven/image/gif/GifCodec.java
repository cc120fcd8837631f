package org.hashaven.image.gif;

import java.util.Arrays;
import org.hashaven.image.ImageException;
import org.hashaven.image.ImageLimits;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.PixelLimit;
import org.hashaven.image.codec.UprightCanvas;

/**
 * Decodes a GIF's first frame: LZW, palette, interlace.
 *
 * <p>
 * Written here because it is small and then total: however many frames follow, none is looked at. What the frame does not cover of the
 * screen has the transparent colour, else colour 0, as PIL fills it.
 */
public final class GifCodec {

	/** First row and row step of the four passes of an interlaced frame. */
	private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
	private static final int[][] ONE_PASS = {{0, 1}};

	private static final int OPAQUE = 255;

	private GifCodec() {
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header, ImageLimits limits) throws ImageException {
		GifHeader.Frame frame = GifHeader.firstFrame(bytes);
		PixelLimit.require(limits, frame.width(), frame.height());
		GifLzw indexes = new GifLzw(bytes, frame.data());
		// Refuses a few bytes that claim many pixels: a code yields at most as many pixels as there were codes before it.
		if ((long) frame.width() * frame.height() > (long) bytes.length() * GifLzw.MAX_PIXELS_PER_BYTE) {
			throw ImageErrors.corrupt(GifLzw.CUT_OFF);
		}
		byte[] colours = Arrays.copyOfRange(bytes.array(), frame.palette(), frame.palette() + frame.paletteEntries() * 3);
		UprightCanvas canvas = new UprightCanvas((int) header.width(), (int) header.height(), 3, header.orientation());
		AlphaPlane alpha = new AlphaPlane((int) header.width(), (int) header.height(), header.orientation());
		fill(canvas, alpha, header, frame, colours);
		byte[] clear = new byte[frame.width()];
		byte[] row = new byte[frame.width()];
		byte[] samples = new byte[frame.width() * 3];
		boolean seen = false;
		boolean ended = false;
		for (int[] pass : frame.interlaced() ? PASSES : ONE_PASS) {
			for (int y = pass[0]; y < frame.height(); y += pass[1]) {
				// What is missing repeats the row before: a black band would move the hash further.
				ended = ended || !read(indexes, row, bytes.isTolerant() && seen);
				seen = true;
				paint(row, colours, samples);
				canvas.put(frame.left(), frame.top() + y, frame.width(), 1, samples, samples.length);
				for (int x = 0; x < row.length; x++) {
					clear[x] = (byte) ((row[x] & 0xff) == frame.transparent() ? 0 : OPAQUE);
				}
				alpha.put(frame.left(), frame.top() + y, frame.width(), 1, clear, clear.length);
			}
		}
		return alpha.of(canvas.image());
	}

	/** Reads a row; false where the picture ends early and that is tolerated. */
	private static boolean read(GifLzw indexes, byte[] row, boolean tolerated) throws ImageException {
		try {
			indexes.read(row);
			return true;
		} catch (ImageException e) {
			if (!tolerated) {
				throw e;
			}
			return false;
		}
	}

	private static void fill(UprightCanvas canvas, AlphaPlane alpha, ImageHeader header, GifHeader.Frame frame, byte[] colours)
			throws ImageException {
		boolean covered = frame.left() == 0 && frame.top() == 0 && frame.width() >= header.width() && frame.height() >= header.height();
		if (covered) {
			return;
		}
		alpha.clear();
		byte[] row = new byte[(int) header.width()];
		Arrays.fill(row, (byte) Math.max(0, frame.transparent()));
		byte[] samples = new byte[row.length * 3];
		paint(row, colours, samples);
		for (int y = 0; y < header.height(); y++) {
			canvas.putRows(y, 1, samples);
		}
	}

	private static void paint(byte[] indexes, byte[] colours, byte[] samples) {
		for (int x = 0, to = 0; x < indexes.length; x++, to += 3) {
			int from = (indexes[x] & 0xff) * 3;
			if (from < colours.length) {
				samples[to] = colours[from];
				samples[to + 1] = colours[from + 1];
				samples[to + 2] = colours[from + 2];
			} else {
				// Outside the palette: black, as every viewer shows it.
				Arrays.fill(samples, to, to + 3, (byte) 0);
			}
		}
	}
}
