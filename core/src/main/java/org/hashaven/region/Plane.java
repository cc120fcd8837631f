package org.hashaven.region;

/**
 * Brightness of a picture, or of what was made of it: one float a pixel, one array a row.
 *
 * <p>
 * Rows of their own, because the machine adds several pixels at a time only where it sees that what is written is not what is read next:
 * arrays read and written at the same place.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Plane(int width, int height, float[][] rows) {

	static Plane of(int width, int height) {
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
	float at(float x, float y) {
		float inX = Math.min(Math.max(x, 0), width - 1);
		float inY = Math.min(Math.max(y, 0), height - 1);
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
}
