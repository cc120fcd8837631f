package org.hashaven.video.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The containers that are read, told by their first bytes; names and types that came with a file are never believed, and FFmpeg is not
 * asked: among the formats that it would find are playlists and lists of other files.
 */
public enum VideoFormat {
	ISO("mov"), MATROSKA("matroska"), AVI("avi"), MPEG_TS("mpegts"), MPEG_PS("mpeg"), FLV("flv"), ASF("asf"), GIF("gif"), WEBP(""), APNG(
			"");

	/** Bytes that {@link #sniff} wants to see, or the whole of a shorter file. */
	public static final int HEAD_BYTES = 1 << 10;

	/** The first box of MP4, 3GP and QuickTime files, old ones included. */
	private static final Set<String> ISO_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");
	/** Brands of still pictures. */
	private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "mif2", "mif3", "avif", "crx ");
	private static final int[] TS_PACKET_BYTES = {188, 192, 204};
	/** Packets whose first byte must be right. */
	private static final int TS_PACKETS = 3;

	/** FFmpeg's name of the demuxer; empty where it has none. */
	final String demuxer;

	VideoFormat(String demuxer) {
		this.demuxer = demuxer;
	}

	/** The format of a file that begins like this; null when it is none that is read here. */
	public static @Nullable VideoFormat sniff(byte[] head) {
		if (head.length >= 8 && ISO_BOXES.contains(text(head, 4, 4))) {
			return head.length >= 12 && is(head, 4, "ftyp") && PICTURE_BRANDS.contains(text(head, 8, 4)) ? null : ISO;
		}
		if (is(head, 0, "\u001aE\u00df\u00a3")) {
			return MATROSKA;
		}
		if (is(head, 0, "RIFF") && is(head, 8, "AVI")) {
			return AVI;
		}
		if (is(head, 0, "FLV\1")) {
			return FLV;
		}
		if (is(head, 0, "0&\u00b2u\u008ef\u00cf\u0011")) {
			return ASF;
		}
		if (is(head, 0, "\0\0\1\u00ba")) {
			return MPEG_PS;
		}
		if (is(head, 0, "RIFF") && is(head, 8, "WEBP")) {
			return WEBP;
		}
		if (is(head, 0, "\u0089PNG\r\n\u001a\n")) {
			return APNG;
		}
		if (is(head, 0, "GIF87a") || is(head, 0, "GIF89a")) {
			return GIF;
		}
		return isTransportStream(head) ? MPEG_TS : null;
	}

	/** Whether its frames are changes of one canvas. */
	public boolean isAnimation() {
		return this == GIF || this == WEBP || this == APNG;
	}

	/** Whether a file of this format has more than one picture: of GIF, WebP and PNG there are stills too. */
	public boolean isMoving(FileInput file) throws IOException {
		return switch (this) {
			case GIF -> GifScan.hasManyPictures(file.stream());
			case WEBP -> WebpFrames.isAnimated(file.head(HEAD_BYTES));
			case APNG -> ApngScan.isAnimated(file);
			default -> true;
		};
	}

	/** Blu-ray's packets have four bytes before the one that all begin with. */
	private static boolean isTransportStream(byte[] head) {
		for (int size : TS_PACKET_BYTES) {
			int offset = size == 192 ? 4 : 0;
			boolean sync = head.length > offset + (TS_PACKETS - 1) * size;
			for (int packet = 0; sync && packet < TS_PACKETS; packet++) {
				sync = head[offset + packet * size] == 'G';
			}
			if (sync) {
				return true;
			}
		}
		return false;
	}

	private static boolean is(byte[] head, int at, String expected) {
		return text(head, at, expected.length()).equals(expected);
	}

	private static String text(byte[] head, int at, int length) {
		return at + length > head.length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
	}
}
