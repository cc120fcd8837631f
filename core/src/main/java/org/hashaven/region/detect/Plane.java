package org.hashaven.region.detect;

/**
 * Brightness of a picture, or of what was made of it: one float a pixel, one array a row.
 *
 * <p>
 * Rows of their own, so that loops read and write different arrays at the same index, which a compiler can turn into several pixels at a
 * time.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Plane(int width, int height, float[][] rows) {

	public static Plane of(int width, int height) {
		return new Plane(width, height, new float[height][width]);
	}

	/** Every second pixel of every second row. */
	Plane half() {
		Plane half = of((width + 1) / 2, (height + 1) / 2);
		for (int y = 0; y < half.height; y++) {
			float[] from = rows[2 * y];
			float[] to = half.rows[y];
			for (int x = 0; x < to.length; x++) {
				to[x] = from[2 * x];
			}
		}
		return half;
	}

	/** The value between pixels, by bilinear interpolation; past a side its last pixel is repeated. */
	public float at(float x, float y) {
		float inX = clamp(x, width - 1);
		float inY = clamp(y, height - 1);
		int left = (int) inX;
		int upper = (int) inY;
		int right = Math.min(left + 1, width - 1);
		float[] row = rows[upper];
		float[] next = rows[Math.min(upper + 1, height - 1)];
		float dx = inX - left;
		float above = row[left] + dx * (row[right] - row[left]);
		float below = next[left] + dx * (next[right] - next[left]);
		return above + (inY - upper) * (below - above);
	}

	/** Coordinates are numbers: {@link Math#max} would pay for what is none. */
	private static float clamp(float coordinate, int last) {
		return coordinate <= 0 ? 0 : coordinate >= last ? last : coordinate;
	}
}
