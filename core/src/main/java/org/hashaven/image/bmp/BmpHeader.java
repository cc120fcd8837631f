package org.hashaven.image.bmp;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/**
 * The header of a BMP: the old form (OS/2) and the newer ones up to version 5, and where its colour table, its channels and its pixels are.
 *
 * @param topDown
 *            rows run from the top; by default the first one is the lowest
 * @param bits
 *            a pixel: 1, 2, 4, 8, 16, 24 or 32
 * @param masks
 *            where red, green, blue and alpha are in a pixel of 16 or 32 bits; no alpha is 0
 * @param palette
 *            position of the colour table
 * @param entryBytes
 *            3 in the old form, else 4: blue, green, red
 * @param pixels
 *            position of the first row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BmpHeader(int width, int height, boolean topDown, int bits, Packing packing, int[] masks, long palette, int paletteEntries,
		int entryBytes, long pixels) {

	/** How rows are packed. */
	enum Packing {
		NONE, RUNS_OF_8_BITS, RUNS_OF_4_BITS
	}

	private static final int FILE_HEADER = 14;
	private static final int CORE = 12;
	private static final int INFO = 40;
	private static final int NOT_COMPRESSED = 0;
	private static final int RUN_LENGTHS_OF_8_BITS = 1;
	private static final int RUN_LENGTHS_OF_4_BITS = 2;
	private static final int BIT_FIELDS = 3;
	private static final int ALPHA_BIT_FIELDS = 6;
	private static final int MASKS = FILE_HEADER + INFO;
	/** Header sizes from which on the masks of three colours, and of alpha too, are part of the header. */
	private static final int WITH_MASKS = 52;
	private static final int WITH_ALPHA = 56;
	/** A run of 255 pixels takes two bytes. */
	private static final int MAX_PIXELS_PER_BYTE = 128;
	private static final int[] MASKS_OF_16_BITS = {0x7c00, 0x03e0, 0x001f, 0};
	private static final int[] MASKS_OF_32_BITS = {0xff0000, 0xff00, 0xff, 0};

	public static ImageHeader read(Bytes bytes) throws ImageException {
		BmpHeader header = of(bytes);
		if (header.packing == Packing.NONE) {
			// The last row may lack its padding. Divided, since the product of hostile sizes would wrap.
			if (!bytes.isTolerant() && header.rowBytes() > (bytes.length() - header.pixels + 3) / header.height) {
				throw ImageErrors.corrupt("The BMP is cut off: part of its picture is missing.");
			}
		} else if ((long) header.width * header.height > (long) bytes.length() * MAX_PIXELS_PER_BYTE) {
			throw ImageErrors.corrupt("The BMP is cut off: part of its picture is missing.");
		}
		return new ImageHeader(header.width, header.height, false, Symmetry.IDENTITY);
	}

	static BmpHeader of(Bytes bytes) throws ImageException {
		long headerBytes = bytes.u32Little(FILE_HEADER);
		boolean core = headerBytes == CORE;
		if (!core && headerBytes < INFO) {
			throw ImageErrors.unsupported("This kind of BMP is not supported.");
		}
		long width = core ? bytes.u16Little(18) : bytes.s32Little(18);
		long height = core ? bytes.u16Little(20) : bytes.s32Little(22);
		int bits = bytes.u16Little(core ? 24 : 28);
		long compression = core ? NOT_COMPRESSED : bytes.u32Little(30);
		if (width < 1 || height == 0 || height == Integer.MIN_VALUE) {
			throw ImageErrors.corrupt("The BMP says that it has no pixels, or more than can be.");
		}
		Packing packing = packing(compression, bits);
		boolean masked = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
		long ownMasks = !masked || headerBytes >= WITH_MASKS ? 0 : compression == ALPHA_BIT_FIELDS ? 16 : 12;
		long palette = FILE_HEADER + headerBytes + ownMasks;
		long claimed = core ? 0 : bytes.u32Little(46);
		int most = bits <= 8 ? 1 << bits : 0;
		int entryBytes = core ? 3 : 4;
		long pixels = bytes.u32Little(10);
		long room = Math.max(0, Math.min(pixels, bytes.length()) - palette) / entryBytes;
		int entries = (int) Math.min(Math.min(claimed == 0 ? most : claimed, most), room);
		return new BmpHeader((int) width, (int) Math.abs(height), height < 0, bits, packing, masks(bytes, headerBytes, bits, compression),
				palette, entries, entryBytes, pixels);
	}

	private static Packing packing(long compression, int bits) throws ImageException {
		boolean indexed = bits == 1 || bits == 2 || bits == 4 || bits == 8;
		boolean known = compression == NOT_COMPRESSED
				? indexed || bits == 16 || bits == 24 || bits == 32
				: compression == RUN_LENGTHS_OF_8_BITS
						? bits == 8
						: compression == RUN_LENGTHS_OF_4_BITS
								? bits == 4
								: (compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS) && (bits == 16 || bits == 32);
		if (!known) {
			throw ImageErrors.unsupported("This kind of BMP is not supported.");
		}
		return compression == RUN_LENGTHS_OF_8_BITS
				? Packing.RUNS_OF_8_BITS
				: compression == RUN_LENGTHS_OF_4_BITS ? Packing.RUNS_OF_4_BITS : Packing.NONE;
	}

	private static int[] masks(Bytes bytes, long headerBytes, int bits, long compression) throws ImageException {
		if (compression != BIT_FIELDS && compression != ALPHA_BIT_FIELDS) {
			return bits == 16 ? MASKS_OF_16_BITS : MASKS_OF_32_BITS;
		}
		boolean alpha = compression == ALPHA_BIT_FIELDS || headerBytes >= WITH_ALPHA;
		int[] masks = {bytes.s32Little(MASKS), bytes.s32Little(MASKS + 4), bytes.s32Little(MASKS + 8),
				alpha ? bytes.s32Little(MASKS + 12) : 0};
		for (int mask : masks) {
			int run = mask == 0 ? 0 : mask >>> Integer.numberOfTrailingZeros(mask);
			if ((run & (run + 1)) != 0) {
				throw ImageErrors.corrupt("The BMP's channels are not whole.");
			}
		}
		return masks;
	}

	/** Bytes of a row that is not packed, with its padding. */
	long rowBytes() {
		return ((long) width * bits + 31) / 32 * 4;
	}
}
