package org.hashaven.video.input;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.hashaven.hash.Symmetry;
import org.jspecify.annotations.Nullable;

/** A video's display matrix, of which quarters and mirrorings count: lengths do not matter to a picture that is sampled as a square. */
public final class DisplayMatrix {

	private static final int NUMBERS = 9;
	/** Bytes of a matrix. */
	static final int BYTES = NUMBERS * Integer.BYTES;

	private DisplayMatrix() {
	}

	/** What turns a frame upright by its own display matrix; null when it has none. */
	public static @Nullable Symmetry symmetry(AVFrame frame) {
		AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
		return matrix == null || matrix.size() < BYTES ? null : symmetry(new IntPointer(matrix.data()));
	}

	/**
	 * What turns the stored pixels upright, rounded to quarters; a matrix of zeros turns nothing.
	 *
	 * @param matrix
	 *            a, b, u, c, d, v, x, y, w: a stored point (p, q) is shown at (a p + c q, b p + d q)
	 */
	public static Symmetry symmetry(IntPointer matrix) {
		long a = matrix.get(0);
		long b = matrix.get(1);
		long c = matrix.get(3);
		long d = matrix.get(4);
		boolean transposes = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
		return transposes ? Symmetry.of(true, b < 0, c < 0) : Symmetry.of(false, a < 0, d < 0);
	}
}
