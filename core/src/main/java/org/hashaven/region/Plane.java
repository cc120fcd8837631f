package org.hashaven.region;

/** Brightness of a picture, or of what was made of it: row after row, one float a pixel. */
record Plane(int width, int height, float[] values) {

	static Plane of(int width, int height) {
		return new Plane(width, height, new float[width * height]);
	}

	/** Every second pixel of every second row. */
	Plane half() {
		Plane half = of((width + 1) / 2, (height + 1) / 2);
		for (int y = 0, to = 0; y < half.height; y++) {
			int from = 2 * y * width;
			for (int x = 0; x < half.width; x++) {
				half.values[to++] = values[from + 2 * x];
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
		int row = upper * width;
		int next = Math.min(upper + 1, height - 1) * width;
		float dx = inX - left;
		float above = values[row + left] + dx * (values[row + right] - values[row + left]);
		float below = values[next + left] + dx * (values[next + right] - values[next + left]);
		return above + (inY - upper) * (below - above);
	}
}
