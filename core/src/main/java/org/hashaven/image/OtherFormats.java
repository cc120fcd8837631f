package org.hashaven.image;

import org.hashaven.image.codec.Bytes;
import org.jspecify.annotations.Nullable;

/** Formats that people have and that are not read here, so that they are called by their names and not damaged. */
final class OtherFormats {

	private static final int TEXT_BYTES = 1 << 10;

	private OtherFormats() {
	}

	/** The name of a format by a file's first bytes; null where it is none of these. */
	static @Nullable String name(Bytes bytes) throws ImageException {
		String picture = picture(bytes);
		return picture == null ? video(bytes) : picture;
	}

	private static @Nullable String picture(Bytes bytes) throws ImageException {
		if (bytes.is(0, "\u00ff\n") || bytes.is(4, "JXL \r\n\u0087\n")) {
			return "JPEG XL";
		}
		if (bytes.is(0, "II+\0") || bytes.is(0, "MM\0+")) {
			return "BigTIFF";
		}
		if (bytes.is(0, "8BPS")) {
			return "PSD";
		}
		if (bytes.is(4, "ftypmif3") || bytes.is(4, "ftypmif2")) {
			return "HEIF (mini)";
		}
		if (bytes.is(4, "ftypcrx ") || bytes.is(0, "FUJIFILMCCD-RAW")) {
			return "RAW";
		}
		if (bytes.is(0, "v/1\1")) {
			return "OpenEXR";
		}
		if (bytes.is(0, "#?RADIANCE")) {
			return "Radiance HDR";
		}
		if (bytes.is(0, "qoif")) {
			return "QOI";
		}
		if (bytes.is(0, "%PDF")) {
			return "PDF";
		}
		return isSvg(bytes) ? "SVG" : null;
	}

	private static @Nullable String video(Bytes bytes) {
		if (bytes.is(0, "\0\0\1\u00b3")) {
			return "MPEG-1";
		}
		if (bytes.is(0, ".RMF")) {
			return "RealMedia";
		}
		return bytes.is(0, "OggS") ? "Ogg" : null;
	}

	/** An {@code svg} element may come behind a declaration, comments and a byte order mark. */
	private static boolean isSvg(Bytes bytes) {
		int start = bytes.is(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
		while (bytes.is(start, " ") || bytes.is(start, "\n") || bytes.is(start, "\r") || bytes.is(start, "\t")) {
			start++;
		}
		if (!bytes.is(start, "<")) {
			return false;
		}
		for (int at = start; at < Math.min(start + TEXT_BYTES, bytes.length()); at++) {
			if (bytes.is(at, "<svg")) {
				return true;
			}
		}
		return false;
	}
}
