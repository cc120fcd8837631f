package org.hashaven.video.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks over a PNG's chunks up to its picture data, to see whether it is an animation (PNG, third edition). */
final class ApngScan {

	private static final int SIGNATURE_BYTES = 8;
	private static final int CHUNK_OVERHEAD = 12;
	private static final int HEADER_BYTES = 12;

	/** Chunks before the picture data that are looked at: real files have fewer than twenty. */
	private static final int MAX_CHUNKS = 1_000;

	private ApngScan() {
	}

	/** Whether the file shows several pictures, or another one than a program sees that knows no animations. */
	static boolean isAnimated(FileInput file) throws IOException {
		long at = SIGNATURE_BYTES;
		long frames = 0;
		boolean pictureIsFrame = false;
		for (int chunk = 0; chunk < MAX_CHUNKS && at + CHUNK_OVERHEAD <= file.fileBytes(); chunk++) {
			byte[] start = new byte[HEADER_BYTES];
			file.read(at, start);
			long length = ByteBuffer.wrap(start).getInt(0) & 0xffffffffL;
			switch (new String(start, 4, 4, StandardCharsets.ISO_8859_1)) {
				case "acTL" -> frames = ByteBuffer.wrap(start).getInt(8) & 0xffffffffL;
				case "fcTL" -> pictureIsFrame = true;
				case "IDAT", "IEND" -> {
					return frames > 1 || (frames == 1 && !pictureIsFrame);
				}
				default -> {
					// says nothing of the animation
				}
			}
			at += CHUNK_OVERHEAD + length;
		}
		return false;
	}
}
