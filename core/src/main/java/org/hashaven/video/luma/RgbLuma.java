package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.video.VideoException;

/** The luma of frames of any kind, by way of 8-bit RGB: palettes, RGB, more than eight bits. */
public final class RgbLuma implements LumaRows, AutoCloseable {

	private final PixelConverter converter = new PixelConverter(avutil.AV_PIX_FMT_RGB24, 3);
	private byte[] row = new byte[0];
	private int width;

	/** Converts a frame. */
	public void take(AVFrame frame) throws VideoException {
		converter.take(frame);
		if (width != frame.width()) {
			width = frame.width();
			row = new byte[3 * width];
		}
	}

	@Override
	public void read(int y, float[] luma) {
		converter.row(y, row);
		for (int x = 0; x < width; x++) {
			luma[x] = 0.299f * (row[3 * x] & 0xff) + 0.587f * (row[3 * x + 1] & 0xff) + 0.114f * (row[3 * x + 2] & 0xff);
		}
	}

	@Override
	public void close() {
		converter.close();
	}
}
