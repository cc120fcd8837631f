package org.hashaven.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A look at the first bytes of a file that is no picture: is it a video? Then the person is told so, not that her file is broken. */
final class VideoSniffer {

	private static final int HEAD_BYTES = 12;

	/** Still pictures in the container that MP4 and QuickTime use too. */
	private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

	/** First four bytes of Matroska and WebM, MPEG program stream, MPEG video, Flash, Windows Media, as Latin-1. */
	private static final List<String> MAGICS = List.of("\u001a\u0045\u00df\u00a3", "\u0000\u0000\u0001\u00ba", "\u0000\u0000\u0001\u00b3",
			"FLV\u0001", "\u0030\u0026\u00b2\u0075");

	private VideoSniffer() {
	}

	/** Whether a file begins as the common kinds of video do. */
	static boolean isVideo(Path path) throws IOException {
		byte[] bytes;
		// not Files.newInputStream: the JDK's channels make the system load its network library
		try (InputStream in = new FileInputStream(path.toFile())) {
			bytes = in.readNBytes(HEAD_BYTES);
		}
		String head = new String(bytes, StandardCharsets.ISO_8859_1);
		if (head.length() < HEAD_BYTES) {
			return false;
		}
		String box = head.substring(4, 8);
		return box.equals("ftyp") && !PICTURE_BRANDS.contains(head.substring(8)) || box.equals("moov") || box.equals("mdat")
				|| head.startsWith("RIFF") && head.startsWith("AVI ", 8) || MAGICS.contains(head.substring(0, 4));
	}
}
