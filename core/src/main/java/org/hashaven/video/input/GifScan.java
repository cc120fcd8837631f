package org.hashaven.video.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Walks over a GIF's blocks, without decoding any, to see whether it has more than one picture, and how large the first is. */
final class GifScan {

	/** Up to the screen's size. */
	static final int SCREEN_BYTES = 10;

	private static final int HEADER_BYTES = SCREEN_BYTES;
	private static final int WIDTH = 6;
	private static final int MAX_SIDE = 0xffff;
	private static final int PLACE_BYTES = 8;
	private static final int IMAGE = 0x2c;
	private static final int EXTENSION = 0x21;
	private static final int HAS_COLOURS = 0x80;

	private final InputStream in;

	private GifScan(InputStream in) {
		this.in = in;
	}

	/** Whether a second picture begins before the file ends or makes no sense any more. */
	static boolean hasManyPictures(InputStream file) throws IOException {
		try {
			return new GifScan(new BufferedInputStream(file)).findSecond();
		} catch (EOFException e) {
			return false;
		}
	}

	/**
	 * The header with a screen that is at least as large as the first picture needs, as browsers show it; FFmpeg would show a part of it,
	 * or nothing.
	 *
	 * @param header
	 *            the file's first {@value #SCREEN_BYTES} bytes
	 */
	static byte[] withGrownScreen(InputStream file, byte[] header) throws IOException {
		try {
			GifScan scan = new GifScan(new BufferedInputStream(file));
			scan.skipHeader();
			int block = scan.next();
			while (block == EXTENSION) {
				scan.in.skipNBytes(1);
				scan.skipBlocks();
				block = scan.next();
			}
			byte[] place = scan.in.readNBytes(PLACE_BYTES);
			if (block == IMAGE && place.length == PLACE_BYTES && header.length == SCREEN_BYTES) {
				grow(header, WIDTH, u16(place, 0) + u16(place, 4));
				grow(header, WIDTH + 2, u16(place, 2) + u16(place, 6));
			}
		} catch (EOFException e) {
			// FFmpeg finds that out by itself
		}
		return header;
	}

	private static void grow(byte[] header, int at, int atLeast) {
		int size = Math.min(Math.max(u16(header, at), atLeast), MAX_SIDE);
		header[at] = (byte) size;
		header[at + 1] = (byte) (size >> 8);
	}

	private static int u16(byte[] bytes, int at) {
		return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
	}

	private void skipHeader() throws IOException {
		in.skipNBytes(HEADER_BYTES);
		int screen = next();
		in.skipNBytes(2);
		skipColours(screen);
	}

	private void skipBlocks() throws IOException {
		for (int size = next(); size > 0; size = next()) {
			in.skipNBytes(size);
		}
	}

	private boolean findSecond() throws IOException {
		skipHeader();
		int pictures = 0;
		for (int block = next(); block == IMAGE || block == EXTENSION; block = next()) {
			if (block == EXTENSION) {
				in.skipNBytes(1);
			} else {
				if (++pictures == 2) {
					return true;
				}
				in.skipNBytes(8);
				skipColours(next());
				in.skipNBytes(1);
			}
			skipBlocks();
		}
		return false;
	}

	private void skipColours(int flags) throws IOException {
		if ((flags & HAS_COLOURS) != 0) {
			in.skipNBytes(3L << ((flags & 7) + 1));
		}
	}

	private int next() throws IOException {
		int next = in.read();
		if (next < 0) {
			throw new EOFException();
		}
		return next;
	}
}
