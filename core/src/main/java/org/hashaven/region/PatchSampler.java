package org.hashaven.region;

/** Samples the square that is hashed: turned to its direction, from the level whose blur suits the distance of its samples. */
final class PatchSampler {

	/** Samples in either direction. */
	static final int SIDE = 32;

	/** Blur in samples. */
	private static final double BLUR = 1;

	private PatchSampler() {
	}

	/** Takes the samples of a square, row after row; the rows run in its direction. */
	static void sample(ScaleSpace space, Spot spot, float[] patch) {
		double step = spot.side() / SIDE;
		ScaleSpace.View view = space.near(BLUR * step);
		float across = (float) (Math.cos(spot.angle()) * step);
		float down = (float) (Math.sin(spot.angle()) * step);
		float half = (SIDE - 1) / 2f;
		int to = 0;
		for (int row = 0; row < SIDE; row++) {
			float v = row - half;
			for (int column = 0; column < SIDE; column++) {
				float u = column - half;
				patch[to++] = view.at(spot.x() + u * across - v * down, spot.y() + u * down + v * across);
			}
		}
	}
}
