package org.hashaven.image.png;

import java.util.zip.CRC32;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ExifOrientation;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/**
 * The PNG chunk walk: from the signature to {@code IEND} or the end of the file (ISO/IEC 15948).
 *
 * <p>
 * The chunks that make the picture must have the right checksum. The others are only looked at for the orientation; their own checksums,
 * like every colour profile, text and animation, are of no concern here.
 */
public final class PngHeader {

	/** What {@code IHDR} says, and where the palette and the transparency ({@code tRNS}) are. */
	record Layout(long width, long height, int bits, int colour, boolean interlaced, int palette, int paletteEntries, int transparency,
			int transparencyBytes) {

		static final int GREY = 0;
		static final int RGB = 2;
		static final int PALETTE = 3;
		static final int GREY_ALPHA = 4;
		static final int RGB_ALPHA = 6;

		boolean isGrey() {
			return colour == GREY || colour == GREY_ALPHA;
		}

		int channels() {
			return switch (colour) {
				case RGB -> 3;
				case GREY_ALPHA -> 2;
				case RGB_ALPHA -> 4;
				default -> 1;
			};
		}
	}

	private static final int SIGNATURE_BYTES = 8;
	private static final int CHUNK_OVERHEAD = 12;
	private static final int IHDR_BYTES = 13;
	private static final String WRONG_CHECKSUM = "The PNG is damaged: a checksum is wrong.";

	private PngHeader() {
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		Layout layout = layout(bytes);
		Symmetry orientation = Symmetry.IDENTITY;
		long exif = find(bytes, "eXIf", SIGNATURE_BYTES);
		if (exif >= 0) {
			orientation = ExifOrientation.read(bytes.until(dataEnd(bytes, exif)), exif + 8);
		}
		return new ImageHeader(layout.width(), layout.height(), layout.isGrey(), orientation);
	}

	static Layout layout(Bytes bytes) throws ImageException {
		if (!bytes.is(SIGNATURE_BYTES + 4, "IHDR") || bytes.u32(SIGNATURE_BYTES) != IHDR_BYTES) {
			throw ImageErrors.corrupt("The PNG has no header.");
		}
		requireChecksum(bytes, SIGNATURE_BYTES);
		long at = SIGNATURE_BYTES + 8;
		int bits = bytes.u8(at + 8);
		int colour = bytes.u8(at + 9);
		int interlace = bytes.u8(at + 12);
		if (!isLegal(colour, bits) || bytes.u8(at + 10) != 0 || bytes.u8(at + 11) != 0 || interlace > 1) {
			throw ImageErrors.corrupt("The PNG's header contradicts itself.");
		}
		int palette = 0;
		int entries = 0;
		if (colour == Layout.PALETTE) {
			long chunk = find(bytes, "PLTE", SIGNATURE_BYTES);
			if (chunk < 0 || bytes.u32(chunk) > 256 * 3) {
				throw ImageErrors.corrupt("The PNG has no palette.");
			}
			requireChecksum(bytes, chunk);
			palette = (int) chunk + 8;
			entries = (int) bytes.u32(chunk) / 3;
		}
		long clear = find(bytes, "tRNS", SIGNATURE_BYTES);
		int clearBytes = clear >= 0 && bytes.has(clear + 8, bytes.u32(clear)) ? (int) bytes.u32(clear) : 0;
		return new Layout(bytes.u32(at), bytes.u32(at + 4), bits, colour, interlace == 1, palette, entries, (int) clear + 8, clearBytes);
	}

	private static boolean isLegal(int colour, int bits) {
		return switch (colour) {
			case Layout.GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
			case Layout.PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
			case Layout.RGB, Layout.GREY_ALPHA, Layout.RGB_ALPHA -> bits == 8 || bits == 16;
			default -> false;
		};
	}

	/** The position of the first chunk of this type at or after a chunk; -1 when there is none before {@code IEND} or the end. */
	static long find(Bytes bytes, String type, long from) throws ImageException {
		for (long chunk = from; bytes.has(chunk, 8); chunk += CHUNK_OVERHEAD + bytes.u32(chunk)) {
			if (bytes.is(chunk + 4, type)) {
				return chunk;
			}
			if (bytes.is(chunk + 4, "IEND")) {
				return -1;
			}
		}
		return -1;
	}

	/** The first {@code IDAT} chunk; -1 when there is none. */
	static long firstData(Bytes bytes) throws ImageException {
		return find(bytes, "IDAT", SIGNATURE_BYTES);
	}

	/** The chunk after this one. */
	static long next(Bytes bytes, long chunk) throws ImageException {
		return chunk + CHUNK_OVERHEAD + bytes.u32(chunk);
	}

	private static long dataEnd(Bytes bytes, long chunk) throws ImageException {
		return Math.min(bytes.length(), chunk + 8 + bytes.u32(chunk));
	}

	static void requireChecksum(Bytes bytes, long chunk) throws ImageException {
		if (bytes.isTolerant()) {
			return;
		}
		long length = bytes.u32(chunk);
		bytes.require(chunk, CHUNK_OVERHEAD + length);
		CRC32 crc = new CRC32();
		crc.update(bytes.array(), (int) chunk + 4, (int) length + 4);
		if (crc.getValue() != bytes.u32(chunk + 8 + length)) {
			throw ImageErrors.corrupt(WRONG_CHECKSUM);
		}
	}
}
