package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A part of a frame, in stored pixels. */
public record Window(int left, int top, int width, int height) {

	/** All of a frame. */
	public static Window of(AVFrame frame) {
		return new Window(0, 0, frame.width(), frame.height());
	}
}
