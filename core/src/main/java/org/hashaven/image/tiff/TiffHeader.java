package org.hashaven.image.tiff;

import java.util.Set;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.jspecify.annotations.Nullable;

/** The first directory of a TIFF (revision 6.0): the only one that is decoded, whatever else the file holds. */
public final class TiffHeader {

	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int BITS = 258;
	private static final int PHOTOMETRIC = 262;
	private static final int ORIENTATION = 274;
	private static final int SAMPLES = 277;
	private static final int TILE_WIDTH = 322;
	private static final int TILE_HEIGHT = 323;
	private static final int EXTRA_SAMPLES = 338;
	private static final int COMPRESSION = 259;

	/** Those that the library refuses if it cannot unpack them. */
	private static final Set<Integer> KNOWN_COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32_771, 32_773, 32_946, 34_887, 34_925, 50_000,
			50_001);
	private static final int ROWS_PER_STRIP = 278;
	private static final int SAMPLE_FORMAT = 339;
	private static final int PREDICTOR = 317;
	private static final int PLANAR_CONFIGURATION = 284;
	private static final int SEPARATE_PLANES = 2;
	private static final int DIFFERENCES = 2;
	private static final int RGB = 2;
	private static final int ASSOCIATED = 1;
	private static final int UNASSOCIATED = 2;
	/** A text for a printer, that decoders pass over. */
	private static final int TARGET_PRINTER = 337;
	private static final int DNG_VERSION = 50_706;
	private static final int FLOATING_POINT = 3;
	private static final int ENTRY_BYTES = 12;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int BLACK_IS_ZERO = 1;
	private static final int MAX_SAMPLES = 4;

	private final Bytes bytes;
	private final boolean little;
	private final long directory;

	private TiffHeader(Bytes bytes) throws ImageException {
		this.bytes = bytes;
		this.little = bytes.is(0, "II");
		this.directory = u32(4);
	}

	/**
	 * How samples are stored.
	 *
	 * @param bits
	 *            of a sample
	 */
	record Samples(long bits, boolean isFloat, long compression) {

		/** The name of a variant that libraries may lack; null for those that all have. */
		@Nullable
		String rareVariant() {
			String packing = switch ((int) compression) {
				case 1, 2, 3, 4, 5, 7, 8, 32_771, 32_773, 32_946 -> null;
				case 6 -> "old-style JPEG";
				case 34_712 -> "JPEG 2000";
				case 34_887 -> "LERC";
				case 34_925 -> "LZMA";
				case 50_000 -> "Zstandard";
				case 50_001 -> "WebP";
				case 50_002, 52_546 -> "JPEG XL";
				default -> "compression " + compression;
			};
			boolean usual = bits == 1 || bits == 8 || bits == 16;
			return packing != null ? "TIFF (" + packing + ")" : usual ? null : "TIFF (" + bits + " bit)";
		}
	}

	/**
	 * @throws ImageException
	 *             UNSUPPORTED where the library would take a compression that it does not know for an empty picture
	 */
	static Samples samples(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		Samples samples = new Samples(header.value(BITS, 1), header.value(SAMPLE_FORMAT, 1) == FLOATING_POINT,
				header.value(COMPRESSION, 1));
		String variant = samples.rareVariant();
		if (variant != null && !KNOWN_COMPRESSIONS.contains((int) samples.compression)) {
			throw ImageException.otherFormat(variant);
		}
		return samples;
	}

	/** How a picture's last sample tells how opaque it is. */
	enum Alpha {
		NONE, STRAIGHT, PREMULTIPLIED
	}

	/** What the file says of its fourth sample, or of the second one of grey pictures. */
	static Alpha alpha(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		long samples = header.value(SAMPLES, 1);
		long photometric = header.value(PHOTOMETRIC, BLACK_IS_ZERO);
		boolean room = (samples == 4 && photometric == RGB) || (samples == 2 && photometric <= BLACK_IS_ZERO);
		return switch (room ? (int) header.value(EXTRA_SAMPLES, 0) : 0) {
			case ASSOCIATED -> Alpha.PREMULTIPLIED;
			case UNASSOCIATED -> Alpha.STRAIGHT;
			default -> Alpha.NONE;
		};
	}

	/**
	 * The file of a grey picture with alpha as one of twice the width: libraries leave the second sample of a pixel out.
	 *
	 * @param file
	 *            with grey and alpha in turns in each row
	 * @param differencesWithin
	 *            pixels of a row, or of a tile's row, after which samples are no longer differences from the pixel before; 0 where they are
	 *            samples already
	 */
	record InTurns(Bytes file, int differencesWithin) {
	}

	static InTurns greyAndAlphaInTurns(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		if (header.value(PLANAR_CONFIGURATION, 1) == SEPARATE_PLANES) {
			throw ImageException.otherFormat("TIFF (grey and alpha in separate planes)");
		}
		boolean differences = header.value(PREDICTOR, 1) == DIFFERENCES;
		long across = header.value(TILE_WIDTH, header.value(WIDTH, 0));
		Bytes copy = plain(bytes);
		for (int i = 0; i < header.u16(header.directory); i++) {
			int entry = header.wholeEntry(i);
			switch (header.u16(entry)) {
				case WIDTH, TILE_WIDTH -> header.setLong(copy.array(), entry, 2 * header.value(header.u16(entry), 0));
				case SAMPLES, PREDICTOR, PHOTOMETRIC -> header.setLong(copy.array(), entry, 1);
				case EXTRA_SAMPLES -> copy.array()[entry + (header.little ? 0 : 1)] = (byte) (TARGET_PRINTER & 0xff);
				default -> {
				}
			}
		}
		return new InTurns(copy, differences ? Math.toIntExact(across) : 0);
	}

	private void setLong(byte[] to, int entry, long value) {
		to[entry + 2] = (byte) (little ? LONG : 0);
		to[entry + 3] = (byte) (little ? 0 : LONG);
		put(to, entry + 4, 1);
		put(to, entry + 8, value);
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		if (header.has(DNG_VERSION)) {
			throw ImageException.otherFormat("DNG");
		}
		long width = header.value(WIDTH, 0);
		long height = header.value(HEIGHT, 0);
		long samples = header.value(SAMPLES, 1);
		long photometric = header.value(PHOTOMETRIC, BLACK_IS_ZERO);
		if (samples > MAX_SAMPLES) {
			throw ImageErrors.unsupported("This kind of TIFF is not supported.");
		}
		// A tile is one block of memory to the codec: no tile is larger than the picture, but for its padding to full 16s.
		if (header.value(TILE_WIDTH, 0) > width + 1024 || header.value(TILE_HEIGHT, 0) > height + 1024) {
			throw ImageErrors.corrupt("The TIFF's tiles are larger than its picture.");
		}
		boolean grey = samples <= 2 && photometric <= BLACK_IS_ZERO && header.value(BITS, 1) >= 1;
		return new ImageHeader(width, height, grey, Symmetry.ofExif((int) Math.min(header.value(ORIENTATION, 1), 9)));
	}

	/**
	 * The file with its orientation set to upright and its alpha to an unnamed fourth colour: libtiff would turn the picture (and fail
	 * where sides are swapped) and multiply the colours with alpha, whatever OpenCV is told. Strips that claim more rows than the picture
	 * has, as some programs mean all of it, claim as many.
	 */
	static Bytes plain(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		byte[] copy = bytes.array().clone();
		int entries = header.u16(header.directory);
		for (int i = 0; i < entries; i++) {
			int entry = header.wholeEntry(i);
			int tag = header.u16(entry);
			if (tag == ROWS_PER_STRIP && header.u16(entry + 2) == LONG && header.u32(entry + 8) > header.value(HEIGHT, 0)) {
				header.put(copy, entry + 8, header.value(HEIGHT, 0));
			} else if (tag == ORIENTATION || tag == EXTRA_SAMPLES) {
				int value = tag == ORIENTATION ? 1 : 0;
				copy[entry + 8] = (byte) (header.little ? value : 0);
				copy[entry + 9] = (byte) (header.little ? 0 : value);
			}
		}
		return new Bytes(copy);
	}

	private void put(byte[] to, int at, long value) {
		for (int i = 0; i < 4; i++) {
			to[at + (little ? i : 3 - i)] = (byte) (value >> (8 * i));
		}
	}

	private boolean has(int tag) throws ImageException {
		return find(tag) >= 0;
	}

	/** Position of a tag's entry; -1 where there is none. */
	private long find(int tag) throws ImageException {
		int entries = u16(directory);
		for (int i = 0; i < entries; i++) {
			if (u16(entry(i)) == tag) {
				return entry(i);
			}
		}
		return -1;
	}

	private long entry(int index) {
		return directory + 2 + (long) index * ENTRY_BYTES;
	}

	/** Position of an entry that may be written to, all of it. */
	private int wholeEntry(int index) throws ImageException {
		bytes.require(entry(index), ENTRY_BYTES);
		return (int) entry(index);
	}

	/** The first value of a tag. */
	private long value(int tag, long absent) throws ImageException {
		long entry = find(tag);
		if (entry < 0) {
			return absent;
		}
		boolean inline = u32(entry + 4) <= (u16(entry + 2) == SHORT ? 2 : 1);
		long at = inline ? entry + 8 : u32(entry + 8);
		return switch (u16(entry + 2)) {
			case SHORT -> u16(at);
			case LONG -> u32(at);
			default -> throw ImageErrors.corrupt("The TIFF's directory is damaged.");
		};
	}

	private int u16(long at) throws ImageException {
		return little ? bytes.u16Little(at) : bytes.u16(at);
	}

	private long u32(long at) throws ImageException {
		return little ? bytes.u32Little(at) : bytes.u32(at);
	}
}
