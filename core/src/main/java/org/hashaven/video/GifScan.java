package org.hashaven.video;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Walks over a GIF's blocks, without decoding any, to see whether it has more than one picture. */
final class GifScan {

	private static final int HEADER_BYTES = 10;
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

	private boolean findSecond() throws IOException {
		in.skipNBytes(HEADER_BYTES);
		int screen = next();
		in.skipNBytes(2);
		skipColours(screen);
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
			for (int size = next(); size > 0; size = next()) {
				in.skipNBytes(size);
			}
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
