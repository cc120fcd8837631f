package org.hashaven.image;

/** The first directory of a TIFF (revision 6.0): the only one that is decoded, whatever else the file holds. */
final class TiffHeader {

	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int BITS = 258;
	private static final int PHOTOMETRIC = 262;
	private static final int ORIENTATION = 274;
	private static final int SAMPLES = 277;
	private static final int TILE_WIDTH = 322;
	private static final int TILE_HEIGHT = 323;
	private static final int EXTRA_SAMPLES = 338;
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

	static ImageHeader read(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		long width = header.value(WIDTH, 0);
		long height = header.value(HEIGHT, 0);
		long samples = header.value(SAMPLES, 1);
		long photometric = header.value(PHOTOMETRIC, BLACK_IS_ZERO);
		if (samples > MAX_SAMPLES) {
			throw ImageException.unsupported("This kind of TIFF is not supported.");
		}
		// A tile is one block of memory to the codec: no tile is larger than the picture, but for its padding to full 16s.
		if (header.value(TILE_WIDTH, 0) > width + 1024 || header.value(TILE_HEIGHT, 0) > height + 1024) {
			throw ImageException.corrupt("The TIFF's tiles are larger than its picture.");
		}
		boolean grey = samples <= 2 && photometric <= BLACK_IS_ZERO && header.value(BITS, 1) >= 1;
		return new ImageHeader(width, height, grey, Orientation.ofExif((int) Math.min(header.value(ORIENTATION, 1), 9)));
	}

	/**
	 * The file with its orientation set to upright and its alpha to an unnamed fourth colour: libtiff would turn the picture (and fail
	 * where sides are swapped) and multiply the colours with alpha, whatever OpenCV is told.
	 */
	static Bytes plain(Bytes bytes) throws ImageException {
		TiffHeader header = new TiffHeader(bytes);
		byte[] copy = bytes.array().clone();
		int entries = header.u16(header.directory);
		for (int i = 0; i < entries; i++) {
			int entry = (int) header.entry(i);
			int tag = header.u16(entry);
			if (tag == ORIENTATION || tag == EXTRA_SAMPLES) {
				int value = tag == ORIENTATION ? 1 : 0;
				copy[entry + 8] = (byte) (header.little ? value : 0);
				copy[entry + 9] = (byte) (header.little ? 0 : value);
			}
		}
		return new Bytes(copy);
	}

	private long entry(int index) {
		return directory + 2 + (long) index * ENTRY_BYTES;
	}

	/** The first value of a tag. */
	private long value(int tag, long absent) throws ImageException {
		int entries = u16(directory);
		for (int i = 0; i < entries; i++) {
			long entry = entry(i);
			if (u16(entry) == tag) {
				boolean inline = u32(entry + 4) <= (u16(entry + 2) == SHORT ? 2 : 1);
				long at = inline ? entry + 8 : u32(entry + 8);
				return switch (u16(entry + 2)) {
					case SHORT -> u16(at);
					case LONG -> u32(at);
					default -> throw ImageException.corrupt("The TIFF's directory is damaged.");
				};
			}
		}
		return absent;
	}

	private int u16(long at) throws ImageException {
		return little ? bytes.u16Little(at) : bytes.u16(at);
	}

	private long u32(long at) throws ImageException {
		return little ? bytes.u32Little(at) : bytes.u32(at);
	}
}
