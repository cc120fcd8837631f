package org.hashaven.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * How the stored pixels must be turned and mirrored to stand upright: what is left of a display matrix when lengths are forgotten, which is
 * all that matters to a picture that is brought to a square of samples.
 *
 * @param swapsSides
 *            whether upright rows are stored as columns
 * @param reversesX
 *            whether upright left to right runs against the stored direction it lies along
 * @param reversesY
 *            whether upright top to bottom does
 */
record Turn(boolean swapsSides, boolean reversesX, boolean reversesY) {

	static final Turn NONE = new Turn(false, false, false);

	/** Numbers in a display matrix, and the bytes they take. */
	private static final int NUMBERS = 9;
	static final int MATRIX_BYTES = NUMBERS * Integer.BYTES;

	/** The turn of a frame's own display matrix; null when it has none. */
	static @Nullable Turn of(AVFrame frame) {
		AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
		return matrix == null || matrix.size() < MATRIX_BYTES ? null : of(new IntPointer(matrix.data()));
	}

	/**
	 * The turn of a display matrix, rounded to quarters; a matrix of zeros turns nothing.
	 *
	 * @param matrix
	 *            a, b, u, c, d, v, x, y, w: a stored point (p, q) is shown at (a p + c q, b p + d q)
	 */
	static Turn of(IntPointer matrix) {
		long a = matrix.get(0);
		long b = matrix.get(1);
		long c = matrix.get(3);
		long d = matrix.get(4);
		if (Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d)) {
			return new Turn(true, c < 0, b < 0);
		}
		return new Turn(false, a < 0, d < 0);
	}
}
