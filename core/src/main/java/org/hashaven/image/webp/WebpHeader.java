package org.hashaven.image.webp;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ExifOrientation;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/** The WebP container (RFC 9649): finds the canvas, the orientation, and the one frame that is decoded. */
public final class WebpHeader {

	/**
	 * The still picture, or an animation's first frame: a {@code VP8} or {@code VP8L} chunk and its place on the canvas.
	 *
	 * @param chunk
	 *            position of the chunk's tag
	 * @param end
	 *            position after the chunk's data; may be behind the end of a file that is cut off
	 * @param alpha
	 *            position of the {@code ALPH} chunk before it; 0 when there is none
	 * @param hasAlpha
	 *            whether any of it may be transparent
	 */
	record Frame(int x, int y, int width, int height, int chunk, int end, int alpha, boolean hasAlpha) {

		/** Whether its alpha is in a chunk of its own. */
		boolean hasAlphaChunk() {
			return alpha > 0;
		}
	}

	private static final long MAX_CUT = 10;
	private static final int CHUNK_HEADER = 8;
	private static final int FIRST_CHUNK = 12;
	private static final int EXTENDED_BYTES = 10;
	private static final int ANIMATION_FLAG = 2;
	private static final int FRAME_HEADER = 16;

	private WebpHeader() {
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		Frame frame = frame(bytes);
		if (!bytes.is(FIRST_CHUNK, "VP8X")) {
			return new ImageHeader(frame.width(), frame.height(), false, Symmetry.IDENTITY);
		}
		int width = canvasWidth(bytes);
		int height = canvasHeight(bytes);
		boolean still = frame.x() == 0 && frame.y() == 0 && frame.width() == width && frame.height() == height;
		if ((!still && !isAnimated(bytes)) || frame.x() + frame.width() > width || frame.y() + frame.height() > height) {
			throw ImageErrors.corrupt("The WebP's picture does not fit its canvas.");
		}
		return new ImageHeader(width, height, false, orientation(bytes));
	}

	/** The frame to decode. */
	static Frame frame(Bytes bytes) throws ImageException {
		boolean extended = bytes.is(FIRST_CHUNK, "VP8X");
		if (extended && bytes.u32Little(FIRST_CHUNK + 4) < EXTENDED_BYTES) {
			throw ImageErrors.corrupt("The WebP's header is too short.");
		}
		if (extended && isAnimated(bytes)) {
			long frame = find(bytes, FIRST_CHUNK, "ANMF");
			long data = frame + CHUNK_HEADER;
			return bitstream(bytes, data + FRAME_HEADER, bytes.u24Little(data) * 2, bytes.u24Little(data + 3) * 2);
		}
		return bitstream(bytes, FIRST_CHUNK, 0, 0);
	}

	private static Frame bitstream(Bytes bytes, long from, int x, int y) throws ImageException {
		long at = from;
		long alpha = 0;
		while (bytes.is(at, "VP8X") || bytes.is(at, "ALPH") || bytes.is(at, "ICCP") || bytes.is(at, "ANIM")) {
			alpha = bytes.is(at, "ALPH") ? at : alpha;
			at = next(bytes, at);
		}
		long data = at + CHUNK_HEADER;
		long end = data + bytes.u32Little(at + 4);
		if (!bytes.isTolerant()) {
			bytes.require(end, 0);
		}
		if (bytes.is(at, "VP8 ") && bytes.is(data + 3, "\u009d\u0001*")) {
			return new Frame(x, y, bytes.u16Little(data + 6) & 0x3fff, bytes.u16Little(data + 8) & 0x3fff, (int) at, cut(bytes, end),
					(int) alpha,
					alpha > 0);
		}
		if (bytes.is(at, "VP8L") && bytes.is(data, "/")) {
			long sizes = bytes.u32Little(data + 1);
			return new Frame(x, y, (int) (sizes & 0x3fff) + 1, (int) ((sizes >> 14) & 0x3fff) + 1, (int) at, cut(bytes, end), 0,
					(sizes >> 28 & 1) != 0);
		}
		throw ImageErrors.corrupt("The WebP has no picture data.");
	}

	/** A chunk cut off may claim no more than ten times what is there. */
	private static int cut(Bytes bytes, long end) throws ImageException {
		if (end > MAX_CUT * bytes.length()) {
			throw ImageErrors.corrupt("The WebP is cut off: part of its picture is missing.");
		}
		return Math.toIntExact(end);
	}

	private static Symmetry orientation(Bytes bytes) throws ImageException {
		for (long at = FIRST_CHUNK; bytes.has(at, CHUNK_HEADER); at = next(bytes, at)) {
			if (bytes.is(at, "EXIF")) {
				long data = at + CHUNK_HEADER;
				return ExifOrientation.read(bytes, bytes.is(data, "Exif\0\0") ? data + 6 : data);
			}
		}
		return Symmetry.IDENTITY;
	}

	private static long find(Bytes bytes, long from, String tag) throws ImageException {
		long at = from;
		while (!bytes.is(at, tag)) {
			at = next(bytes, at);
		}
		return at;
	}

	/** The chunk after this one: sizes are padded to even. */
	static long next(Bytes bytes, long chunk) throws ImageException {
		long size = bytes.u32Little(chunk + 4);
		return chunk + CHUNK_HEADER + size + (size & 1);
	}

	private static boolean isAnimated(Bytes bytes) throws ImageException {
		return (bytes.u8(FIRST_CHUNK + CHUNK_HEADER) & ANIMATION_FLAG) != 0;
	}

	private static int canvasWidth(Bytes bytes) throws ImageException {
		return bytes.u24Little(FIRST_CHUNK + CHUNK_HEADER + 4) + 1;
	}

	private static int canvasHeight(Bytes bytes) throws ImageException {
		return bytes.u24Little(FIRST_CHUNK + CHUNK_HEADER + 7) + 1;
	}
}
