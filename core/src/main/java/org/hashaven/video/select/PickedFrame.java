package org.hashaven.video.select;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.Symmetry;

/**
 * A decoded frame that is to be hashed.
 *
 * @param pixels
 *            as they are stored; owned by the creator of this record
 * @param turn
 *            what brings them upright
 * @param pick
 *            why it is hashed
 * @param number
 *            which of the decoded frames it is, from 0
 * @param timeMs
 *            when it is shown
 */
public record PickedFrame(AVFrame pixels, Symmetry turn, FramePicker.Pick pick, int number, int timeMs) {

	/** This frame with its pixels elsewhere. */
	public PickedFrame withPixels(AVFrame newPixels) {
		return new PickedFrame(newPixels, turn, pick, number, timeMs);
	}
}
