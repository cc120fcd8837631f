package org.hashaven.javacv;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.Frame;
import org.jspecify.annotations.Nullable;

/** Shows the pixels of a {@code Frame} as an {@code AVFrame}, without copying them; for one thread. */
final class FrameView implements AutoCloseable {

	private @Nullable AVFrame own;

	/** Keeps the memory of a buffer that is not in native memory, until the next frame. */
	@SuppressWarnings("UnusedVariable")
	private @Nullable BytePointer pixels;

	/**
	 * The frame's pixels, valid until the next call and as long as the frame is: those that FFmpeg has decoded, if it did, or else those of
	 * the image.
	 *
	 * @throws IllegalArgumentException
	 *             when its pixels are not of a kind that can be hashed
	 */
	AVFrame of(Frame frame) {
		AVFrame decoded = PackedPixels.decoded(frame);
		if (decoded != null) {
			return decoded;
		}
		PackedPixels packed = PackedPixels.of(frame);
		AVFrame view = own;
		if (view == null) {
			view = avutil.av_frame_alloc();
			if (view == null) {
				throw new OutOfMemoryError("native memory for a frame");
			}
			own = view;
		}
		BytePointer bytes = new BytePointer(packed.bytes());
		pixels = bytes;
		view.width(packed.width()).height(packed.height()).format(packed.layout().ffmpegFormat());
		view.color_range(avutil.AVCOL_RANGE_JPEG);
		view.data(0, bytes).linesize(0, packed.stride());
		return view;
	}

	@Override
	public void close() {
		if (own != null) {
			avutil.av_frame_free(own);
			own = null;
		}
		pixels = null;
	}
}
