package org.hashaven.image.gif;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/** The GIF block walk up to the first picture (GIF89a): the screen's size and where the first frame's parts are. */
public final class GifHeader {

	/**
	 * The first frame.
	 *
	 * @param palette
	 *            position of its colour table, its own or the global one
	 * @param transparent
	 *            index of the transparent colour; -1 when there is none
	 * @param data
	 *            position of the LZW code size
	 */
	record Frame(int left, int top, int width, int height, boolean interlaced, int palette, int paletteEntries, int transparent,
			long data) {
	}

	private static final int SCREEN = 6;
	private static final long FIRST_BLOCK = 13;
	private static final int EXTENSION = 0x21;
	private static final int PICTURE = 0x2c;
	private static final int GRAPHIC_CONTROL = 0xf9;
	private static final int HAS_PALETTE = 0x80;

	private GifHeader() {
	}

	/** The screen grows to the first frame, as in browsers: some encoders write none, or one that is too small. */
	public static ImageHeader read(Bytes bytes) throws ImageException {
		Frame frame = firstFrame(bytes);
		int width = Math.max(bytes.u16Little(SCREEN), frame.left + frame.width);
		int height = Math.max(bytes.u16Little(SCREEN + 2), frame.top + frame.height);
		return new ImageHeader(width, height, false, Symmetry.IDENTITY);
	}

	static Frame firstFrame(Bytes bytes) throws ImageException {
		int screenFlags = bytes.u8(SCREEN + 4);
		long at = FIRST_BLOCK + paletteBytes(screenFlags);
		int transparent = -1;
		while (bytes.u8(at) == EXTENSION) {
			if (bytes.u8(at + 1) == GRAPHIC_CONTROL && bytes.u8(at + 2) >= 4) {
				transparent = (bytes.u8(at + 3) & 1) == 0 ? -1 : bytes.u8(at + 6);
			}
			at = skipSubBlocks(bytes, at + 2);
		}
		if (bytes.u8(at) != PICTURE) {
			throw ImageErrors.corrupt("The GIF has no picture.");
		}
		int flags = bytes.u8(at + 9);
		boolean ownPalette = (flags & HAS_PALETTE) != 0;
		long palette = ownPalette ? at + 10 : FIRST_BLOCK;
		int paletteBytes = paletteBytes(ownPalette ? flags : screenFlags);
		if (paletteBytes == 0) {
			throw ImageErrors.unsupported("The GIF has no colours.");
		}
		bytes.require(palette, paletteBytes);
		return new Frame(bytes.u16Little(at + 1), bytes.u16Little(at + 3), bytes.u16Little(at + 5), bytes.u16Little(at + 7),
				(flags & 0x40) != 0, (int) palette, paletteBytes / 3, transparent, at + 10 + (ownPalette ? paletteBytes : 0));
	}

	private static long skipSubBlocks(Bytes bytes, long from) throws ImageException {
		long at = from;
		while (bytes.u8(at) != 0) {
			at += 1 + bytes.u8(at);
		}
		return at + 1;
	}

	private static int paletteBytes(int flags) {
		return (flags & HAS_PALETTE) == 0 ? 0 : 3 << ((flags & 7) + 1);
	}
}
