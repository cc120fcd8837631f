package org.hashaven.image.heif;

import java.util.List;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.jspecify.annotations.Nullable;

/** What a HEIF item's properties say of how it is shown: size, crop, rotation, mirror, colour matrix. */
public final class HeifHeader {

	/**
	 * The display properties of an item.
	 *
	 * @param width
	 *            as coded
	 * @param height
	 *            as coded
	 * @param crop
	 *            what is shown of it
	 * @param colour
	 *            the {@code nclx} colour box; null when the coded picture says it itself
	 * @param setUp
	 *            the codec's configuration record; null for grids
	 * @param alpha
	 *            whether the item says how opaque another one is
	 */
	record Display(long width, long height, Crop crop, Symmetry orientation, @Nullable HeifBox colour, @Nullable HeifBox setUp,
			boolean alpha) {
	}

	/** A rectangle of the coded picture. */
	record Crop(long x, long y, long width, long height) {
	}

	/** Names of alpha in ISO/IEC 23008-12 and in the files of phones before it. */
	private static final List<String> ALPHA_TYPES = List.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0",
			"urn:mpeg:hevc:2015:auxid:1\0");

	private HeifHeader() {
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		HeifFile file = new HeifFile(bytes);
		Display display = display(bytes, file, file.primary());
		return new ImageHeader(display.crop().width(), display.crop().height(), false, display.orientation());
	}

	static Display display(Bytes bytes, HeifFile file, int item) throws ImageException {
		long width = 0;
		long height = 0;
		Crop crop = null;
		Symmetry orientation = Symmetry.IDENTITY;
		HeifBox colour = null;
		HeifBox setUp = null;
		boolean alpha = false;
		for (HeifBox property : file.properties(item)) {
			long at = property.start();
			if (property.is("ispe")) {
				width = bytes.u32(at + 4);
				height = bytes.u32(at + 8);
			} else if (property.is("clap")) {
				crop = crop(bytes, at, width, height);
			} else if (property.is("irot")) {
				for (int quarters = bytes.u8(at) & 3; quarters > 0; quarters--) {
					orientation = orientation.then(Symmetry.ROTATE_LEFT);
				}
			} else if (property.is("imir")) {
				orientation = orientation.then((bytes.u8(at) & 1) == 0 ? Symmetry.FLIP_VERTICAL : Symmetry.FLIP_HORIZONTAL);
			} else if (property.is("colr") && bytes.is(at, "nclx")) {
				colour = property;
			} else if (property.is("hvcC") || property.is("av1C")) {
				setUp = property;
			} else if (property.is("auxC")) {
				alpha = ALPHA_TYPES.stream().anyMatch(type -> bytes.is(at + 4, type));
			}
		}
		if (width == 0 || height == 0) {
			throw ImageErrors.corrupt("The HEIF file does not say how large its picture is.");
		}
		return new Display(width, height, crop == null ? new Crop(0, 0, width, height) : crop, orientation, colour, setUp,
				alpha);
	}

	/** The clean aperture: its size, and the distance of its centre from the picture's, all as fractions. */
	private static Crop crop(Bytes bytes, long at, long width, long height) throws ImageException {
		long cropWidth = Math.round(fraction(bytes, at));
		long cropHeight = Math.round(fraction(bytes, at + 8));
		long x = Math.round(fraction(bytes, at + 16) + (width - cropWidth) / 2.0);
		long y = Math.round(fraction(bytes, at + 24) + (height - cropHeight) / 2.0);
		if (cropWidth < 1 || cropHeight < 1 || x < 0 || y < 0 || x + cropWidth > width || y + cropHeight > height) {
			throw ImageErrors.corrupt("The HEIF file shows a part that is outside its picture.");
		}
		return new Crop(x, y, cropWidth, cropHeight);
	}

	private static double fraction(Bytes bytes, long at) throws ImageException {
		int divisor = (int) bytes.u32(at + 4);
		if (divisor == 0) {
			throw ImageErrors.corrupt("The HEIF file shows a part that is outside its picture.");
		}
		return (double) (int) bytes.u32(at) / divisor;
	}
}
