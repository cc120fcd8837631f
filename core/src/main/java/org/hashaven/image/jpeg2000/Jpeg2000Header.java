package org.hashaven.image.jpeg2000;

import java.util.Arrays;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/** The size of a JPEG 2000 picture (ISO/IEC 15444-1), and whether its codestream is whole. */
public final class Jpeg2000Header {

	public static final String SIGNATURE = "jP  \r\n\u0087\n";
	public static final String CODESTREAM = "\u00ffO\u00ffQ";

	private static final int SOT = 0xff90;
	private static final int EOC = 0xffd9;
	private static final int MARKER_BYTES = 2;
	/** {@code SOT}'s own segment: tile, length of the tile-part, its number. */
	private static final int SOT_BYTES = 12;
	private static final long TILE_PART_LENGTH = 6;
	/** How many times its size a file that is cut off may have had. */
	private static final int MAX_FILL = 8;

	private Jpeg2000Header() {
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		HeifBox codestream = codestream(bytes);
		long size = codestream.start() + 2 * MARKER_BYTES + 4;
		long width = bytes.u32(size) - bytes.u32(size + 8);
		long height = bytes.u32(size + 4) - bytes.u32(size + 12);
		if (width < 1 || height < 1) {
			throw ImageErrors.corrupt("The JPEG 2000 file says that it has no pixels.");
		}
		if (!bytes.isTolerant()) {
			requireWhole(bytes, codestream);
		}
		return new ImageHeader(width, height, false, Symmetry.IDENTITY);
	}

	private static HeifBox codestream(Bytes bytes) throws ImageException {
		if (bytes.is(0, CODESTREAM)) {
			return new HeifBox(bytes, 0, 0, bytes.length());
		}
		HeifBox box = HeifBox.find(HeifBox.list(bytes, 0, bytes.length()), "jp2c");
		if (box == null || !bytes.is(box.start(), CODESTREAM)) {
			throw ImageErrors.corrupt("The JPEG 2000 file has no picture.");
		}
		return box;
	}

	/** Decoders fill what is missing without a word. */
	private static void requireWhole(Bytes bytes, HeifBox codestream) throws ImageException {
		long last = lastTilePart(bytes, codestream);
		long length = bytes.u32(last + TILE_PART_LENGTH);
		long end = codestream.end();
		if (length == 0) { // it takes what is left
			requireWhole(end >= last + SOT_BYTES + MARKER_BYTES && bytes.u16(end - MARKER_BYTES) == EOC);
		} else {
			requireWhole(length >= SOT_BYTES && last + length <= end);
			requireWhole(last + length == end || bytes.u16(last + length) == EOC);
		}
	}

	/**
	 * The file, if need be filled up with zeros to where its last tile-part should end: FFmpeg refuses all of a tile-part that is cut off,
	 * while zeros are packets without content.
	 */
	static byte[] filledUp(Bytes bytes) throws ImageException {
		long last = lastTilePart(bytes, codestream(bytes));
		long end = last + bytes.u32(last + TILE_PART_LENGTH);
		if (!bytes.isTolerant() || end > (long) bytes.length() * MAX_FILL) {
			return Arrays.copyOf(bytes.array(), bytes.length());
		}
		byte[] filled = Arrays.copyOf(bytes.array(), (int) Math.max(end + MARKER_BYTES, bytes.length()));
		if (end + MARKER_BYTES > bytes.length()) {
			filled[(int) end] = (byte) (EOC >> Byte.SIZE);
			filled[(int) end + 1] = (byte) EOC;
		}
		return filled;
	}

	/** Position of the last tile-part that begins within the codestream. */
	private static long lastTilePart(Bytes bytes, HeifBox codestream) throws ImageException {
		long at = codestream.start() + MARKER_BYTES;
		while (bytes.u16(at) != SOT) {
			int length = bytes.u16(at + MARKER_BYTES);
			if (length < MARKER_BYTES || bytes.u8(at) != 0xff) {
				throw ImageErrors.corrupt("The JPEG 2000 file's header is damaged.");
			}
			at += MARKER_BYTES + length;
		}
		while (true) {
			long length = bytes.u32(at + TILE_PART_LENGTH);
			long next = at + length;
			if (length < SOT_BYTES || next + SOT_BYTES > codestream.end() || bytes.u16(next) != SOT) {
				return at;
			}
			at = next;
		}
	}

	private static void requireWhole(boolean condition) throws ImageException {
		if (!condition) {
			throw ImageErrors.corrupt("The JPEG 2000 file is cut off: part of its picture is missing.");
		}
	}
}
