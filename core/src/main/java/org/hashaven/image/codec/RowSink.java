package org.hashaven.image.codec;

import org.bytedeco.javacpp.BytePointer;
import org.hashaven.image.ImageException;

/** Takes decoded rows as a codec has them ready, a strip at a time, so that the picture is never in Java memory twice. */
public interface RowSink {

	/** Bytes of a strip: it stays within the cache between the copy out of native memory and the copy to its place. */
	int STRIP_BYTES = 1 << 18;

	/**
	 * Takes rows {@code y .. y + rows - 1}.
	 *
	 * @param samples
	 *            reused for the next strip
	 */
	void put(int y, int rows, int channels, byte[] samples) throws ImageException;

	/**
	 * Copies a picture out of native memory into a sink.
	 *
	 * @param stride
	 *            bytes from one native row to the next
	 */
	static void copy(BytePointer pixels, long stride, int height, int rowBytes, int channels, RowSink sink) throws ImageException {
		int strip = Math.clamp(STRIP_BYTES / rowBytes, 1, height);
		byte[] samples = new byte[strip * rowBytes];
		for (int y = 0; y < height; y += strip) {
			int rows = Math.min(strip, height - y);
			for (int row = 0; row < rows; row++) {
				pixels.position((y + row) * stride).get(samples, row * rowBytes, rowBytes);
			}
			sink.put(y, rows, channels, samples);
		}
		pixels.position(0);
	}
}
