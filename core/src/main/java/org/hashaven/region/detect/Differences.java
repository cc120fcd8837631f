package org.hashaven.region.detect;

/** Each level of an octave less the one before: what stands out at a blur. Made when asked for, since few are asked for. */
final class Differences {

	/** Differences of an octave. */
	static final int COUNT = ScaleSpace.LEVELS - 1;

	private final Plane[] levels = new Plane[ScaleSpace.LEVELS];

	Differences(ScaleSpace space, int octave) {
		for (int level = 0; level < levels.length; level++) {
			levels[level] = space.level(octave, level);
		}
	}

	int width() {
		return levels[0].width();
	}

	int height() {
		return levels[0].height();
	}

	float at(int level, int x, int y) {
		return levels[level + 1].rows()[y][x] - levels[level].rows()[y][x];
	}

	/** Writes one row of one difference. */
	void takeRow(int level, int y, float[] to) {
		subtract(levels[level + 1].rows()[y], levels[level].rows()[y], to);
	}

	private static void subtract(float[] more, float[] less, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] = more[x] - less[x];
		}
	}

	/** Whether something lies on all its sides, in place and scale. */
	boolean hasNeighbours(int level, int x, int y) {
		return x >= 1 && y >= 1 && x < width() - 1 && y < height() - 1 && level >= 1 && level < COUNT - 1;
	}
}
