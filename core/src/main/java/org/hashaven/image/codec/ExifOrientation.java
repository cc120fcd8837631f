package org.hashaven.image.codec;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;

/**
 * The orientation tag of an EXIF block: a TIFF structure whose first directory may hold tag 0x0112. Whatever is wrong with the block, the
 * picture is taken as upright: EXIF is advice, and no viewer refuses a picture for it.
 */
public final class ExifOrientation {

	private static final int TAG = 0x0112;
	private static final int SHORT = 3;
	private static final int ENTRY_BYTES = 12;

	private ExifOrientation() {
	}

	/** Reads the block that lies at {@code start}, up to the end of {@code bytes}. */
	public static Symmetry read(Bytes bytes, long start) {
		try {
			boolean little = bytes.is(start, "II");
			if (!little && !bytes.is(start, "MM")) {
				return Symmetry.IDENTITY;
			}
			long directory = start + u32(bytes, start + 4, little);
			int entries = u16(bytes, directory, little);
			for (int i = 0; i < entries; i++) {
				long entry = directory + 2 + (long) i * ENTRY_BYTES;
				if (u16(bytes, entry, little) == TAG && u16(bytes, entry + 2, little) == SHORT) {
					return Symmetry.ofExif(u16(bytes, entry + 8, little));
				}
			}
			return Symmetry.IDENTITY;
		} catch (ImageException e) {
			return Symmetry.IDENTITY;
		}
	}

	private static int u16(Bytes bytes, long at, boolean little) throws ImageException {
		return little ? bytes.u16Little(at) : bytes.u16(at);
	}

	private static long u32(Bytes bytes, long at, boolean little) throws ImageException {
		return little ? bytes.u32Little(at) : bytes.u32(at);
	}
}
