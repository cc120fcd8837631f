package org.hashaven.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** A look at the first bytes of a file that is no picture: is it a video? Then the person is told so, not that her file is broken. */
final class VideoSniffer {

	private static final int HEAD_BYTES = 12;

	/** Still pictures in the container that MP4 and QuickTime use too. */
	private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif",
			"avis");

	/** First four bytes of Matroska and WebM, MPEG program stream, MPEG video, Flash, Windows Media. */
	private static final Set<Integer> MAGICS = Set.of(0x1a45dfa3, 0x000001ba, 0x000001b3, 0x464c5601, 0x3026b275);

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
		if (box.equals("ftyp")) {
			return !PICTURE_BRANDS.contains(head.substring(8));
		}
		boolean avi = head.startsWith("RIFF") && head.startsWith("AVI ", 8);
		return avi || box.equals("moov") || box.equals("mdat") || MAGICS.contains(ByteBuffer.wrap(bytes).getInt());
	}
}
