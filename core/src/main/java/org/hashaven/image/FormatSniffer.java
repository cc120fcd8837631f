package org.hashaven.image;

import java.util.Set;
import org.hashaven.image.bmp.IcoPicture;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.jpeg2000.Jpeg2000Header;

/** Tells a picture's format from its first bytes; names and types that came with it are never believed. */
final class FormatSniffer {

	private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
	private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
	/** Brands looked at: real files list fewer than ten. */
	private static final int MAX_BRANDS = 64;

	private FormatSniffer() {
	}

	/**
	 * The format of these bytes.
	 *
	 * @throws ImageException
	 *             UNKNOWN_FORMAT when it is none that is read here
	 */
	static ImageFormat sniff(Bytes bytes) throws ImageException {
		if (bytes.is(0, "\u00ff\u00d8\u00ff")) {
			return ImageFormat.JPEG;
		}
		if (bytes.is(0, "\u0089PNG\r\n\u001a\n")) {
			return ImageFormat.PNG;
		}
		if (bytes.is(0, "RIFF") && bytes.is(8, "WEBP")) {
			return ImageFormat.WEBP;
		}
		if (bytes.is(0, "GIF87a") || bytes.is(0, "GIF89a")) {
			return ImageFormat.GIF;
		}
		if (bytes.is(0, "II*\0") || bytes.is(0, "MM\0*")) {
			return ImageFormat.TIFF;
		}
		if (bytes.is(0, "BM")) {
			return ImageFormat.BMP;
		}
		if (bytes.is(4, "ftyp")) {
			return heif(bytes);
		}
		if (bytes.is(4, Jpeg2000Header.SIGNATURE) || bytes.is(0, Jpeg2000Header.CODESTREAM)) {
			return ImageFormat.JPEG_2000;
		}
		if (isIcon(bytes)) {
			return ImageFormat.ICO;
		}
		throw unknown(bytes);
	}

	/** Four bytes of zeros and ones are no signature: so it counts how many pictures are announced, too. */
	private static boolean isIcon(Bytes bytes) throws ImageException {
		return (bytes.is(0, "\0\0\1\0") || bytes.is(0, "\0\0\2\0")) && bytes.has(0, 6) && bytes.u16Little(4) > 0
				&& bytes.u16Little(4) <= IcoPicture.MAX_PICTURES;
	}

	/** The major brand decides, else the first compatible brand that is known. */
	private static ImageFormat heif(Bytes bytes) throws ImageException {
		long end = Math.min(Math.min(bytes.u32(0), bytes.length()), 8L + 4 * MAX_BRANDS);
		for (long at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
			for (String brand : AVIF_BRANDS) {
				if (bytes.is(at, brand)) {
					return ImageFormat.AVIF;
				}
			}
			for (String brand : HEIC_BRANDS) {
				if (bytes.is(at, brand)) {
					return ImageFormat.HEIC;
				}
			}
		}
		throw unknown(bytes);
	}

	private static ImageException unknown(Bytes bytes) throws ImageException {
		String name = OtherFormats.name(bytes);
		if (name != null) {
			return ImageException.otherFormat(name);
		}
		return new ImageException(ImageException.Reason.UNKNOWN_FORMAT,
				bytes.length() == 0 ? "The file is empty." : "The file is not a picture in a format that is known here.");
	}
}
