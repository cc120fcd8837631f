package org.hashaven.image.webp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.ImageLimits;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.PixelLimit;
import org.hashaven.image.codec.UprightCanvas;
import org.hashaven.image.natives.OpenCvCodec;

/**
 * Decodes a WebP's picture or first frame.
 *
 * <p>
 * The codec is handed a new file with nothing but that frame's data: however many frames an animation has, only one is decoded, and the
 * codec's sizes are those the limits were held against. A first frame smaller than the canvas lies on black, as PIL shows it once alpha is
 * dropped.
 */
public final class WebpCodec {

	private static final int RIFF_HEADER = 12;
	/** OpenCV takes no file of fewer bytes for a WebP, though a picture of one colour has them. */
	private static final int SHORTEST = 32;
	private static final int CHUNK_HEADER = 8;
	private static final int EXTENDED_CHUNK = 18;
	private static final int ALPHA_FLAG = 0x10;

	private WebpCodec() {
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header, ImageLimits limits) throws ImageException {
		WebpHeader.Frame frame = WebpHeader.frame(bytes);
		PixelLimit.require(limits, frame.width(), frame.height());
		ImageHeader still = new ImageHeader(frame.width(), frame.height(), false, Symmetry.IDENTITY);
		boolean whole = frame.width() == header.width() && frame.height() == header.height();
		if (whole) {
			return frame.hasAlpha()
					? OpenCvCodec.decodeWithAlpha(frame.hasAlphaChunk() ? extended(bytes, frame) : still(bytes, frame), header)
					: OpenCvCodec.decode(still(bytes, frame), header);
		}
		RgbImage part = OpenCvCodec.decode(still(bytes, frame), still);
		UprightCanvas canvas = new UprightCanvas((int) header.width(), (int) header.height(), 3, header.orientation());
		canvas.put(frame.x(), frame.y(), part.width(), part.height(), part.samples(), part.width() * 3);
		return canvas.image();
	}

	/** A file around the chunks of the frame's alpha and colours. */
	private static Bytes extended(Bytes bytes, WebpHeader.Frame frame) throws ImageException {
		int alphaBytes = Math.toIntExact(Math.min(WebpHeader.next(bytes, frame.alpha()), bytes.length()) - frame.alpha());
		int chunkBytes = frame.end() - frame.chunk();
		int size = EXTENDED_CHUNK + alphaBytes + chunkBytes + (chunkBytes & 1);
		ByteBuffer file = ByteBuffer.allocate(RIFF_HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + size).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
		file.putInt(EXTENDED_CHUNK - CHUNK_HEADER).putInt(ALPHA_FLAG);
		file.putShort((short) (frame.width() - 1)).put((byte) ((frame.width() - 1) >> 16));
		file.putShort((short) (frame.height() - 1)).put((byte) ((frame.height() - 1) >> 16));
		file.put(bytes.array(), frame.alpha(), alphaBytes).put(bytes.array(), frame.chunk(),
				Math.min(chunkBytes, bytes.length() - frame.chunk()));
		return new Bytes(file.array());
	}

	/** A simple file around the frame's chunk. */
	private static Bytes still(Bytes bytes, WebpHeader.Frame frame) {
		int chunkBytes = frame.end() - frame.chunk();
		int paddedBytes = chunkBytes + (chunkBytes & 1);
		ByteBuffer file = ByteBuffer.allocate(RIFF_HEADER + Math.max(paddedBytes, SHORTEST)).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + paddedBytes).put("WEBP".getBytes(StandardCharsets.US_ASCII));
		file.put(bytes.array(), frame.chunk(), Math.min(chunkBytes, bytes.length() - frame.chunk()));
		return new Bytes(file.array());
	}
}
