package org.hashaven.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a WebP's picture or first frame.
 *
 * <p>
 * The codec is handed a new file with nothing but that frame's colour data: however many frames an animation has, only one is decoded; the
 * alpha plane is dropped; and the codec's sizes are those the limits were held against. A first frame smaller than the canvas lies on
 * black, as PIL shows it once alpha is dropped.
 */
final class WebpCodec {

	private static final int RIFF_HEADER = 12;

	private WebpCodec() {
	}

	static RgbImage decode(Bytes bytes, ImageHeader header, ImageLimits limits) throws ImageException {
		WebpHeader.Frame frame = WebpHeader.frame(bytes);
		limits.requirePixels(frame.width(), frame.height());
		ImageHeader still = new ImageHeader(frame.width(), frame.height(), false, Orientation.UPRIGHT);
		boolean whole = frame.width() == header.width() && frame.height() == header.height();
		if (whole) {
			return OpenCvCodec.decode(still(bytes, frame), header);
		}
		RgbImage part = OpenCvCodec.decode(still(bytes, frame), still);
		UprightCanvas canvas = new UprightCanvas((int) header.width(), (int) header.height(), 3, header.orientation());
		canvas.put(frame.x(), frame.y(), part.width(), part.height(), part.samples(), part.width() * 3);
		return canvas.image();
	}

	/** A simple file around the frame's chunk. */
	private static Bytes still(Bytes bytes, WebpHeader.Frame frame) {
		int chunkBytes = frame.end() - frame.chunk();
		int paddedBytes = chunkBytes + (chunkBytes & 1);
		ByteBuffer file = ByteBuffer.allocate(RIFF_HEADER + paddedBytes).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + paddedBytes).put("WEBP".getBytes(StandardCharsets.US_ASCII));
		file.put(bytes.array(), frame.chunk(), chunkBytes);
		return new Bytes(file.array());
	}
}
