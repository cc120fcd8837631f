package org.hashaven.region.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture ever more blurred: octaves of half the size each, with several levels in an octave.
 *
 * <p>
 * Level {@code i} of octave {@code o} is blurred by {@value #FIRST_SIGMA} · 2<sup>o + i / {@value #STEPS}</sup> pixels of the picture.
 * Reference: Lowe, "Distinctive Image Features from Scale-Invariant Keypoints" (2004), section 3.
 */
public final class ScaleSpace {

	/** Levels to a doubling of the blur. */
	static final int STEPS = 3;

	/** Levels kept of each octave: extrema of differences need neighbours on both sides. */
	static final int LEVELS = STEPS + 3;

	/** Blur of the first level. */
	static final double FIRST_SIGMA = 1.6;

	/** Blur that a picture is taken to have when it comes. */
	private static final double GIVEN_SIGMA = 0.6;

	/** Octaves end when a side has fewer pixels. */
	private static final int SMALLEST_SIDE = 12;

	private final Plane picture;
	private final List<Plane[]> octaves;

	private ScaleSpace(Plane picture, List<Plane[]> octaves) {
		this.picture = picture;
		this.octaves = octaves;
	}

	public static ScaleSpace of(Plane picture) {
		List<Plane[]> octaves = new ArrayList<>();
		Plane first = GaussianBlur.blur(picture, Math.sqrt(FIRST_SIGMA * FIRST_SIGMA - GIVEN_SIGMA * GIVEN_SIGMA));
		while (octaves.isEmpty() || Math.min(first.width(), first.height()) >= SMALLEST_SIDE) {
			Plane[] levels = new Plane[LEVELS];
			levels[0] = first;
			for (int i = 1; i < LEVELS; i++) {
				double before = sigmaInOctave(i - 1);
				double after = sigmaInOctave(i);
				levels[i] = GaussianBlur.blur(levels[i - 1], Math.sqrt(after * after - before * before));
			}
			octaves.add(levels);
			first = levels[STEPS].half();
		}
		return new ScaleSpace(picture, octaves);
	}

	/** Blur of a level, in pixels of its octave. */
	static double sigmaInOctave(double level) {
		return FIRST_SIGMA * Math.pow(2, level / STEPS);
	}

	public Plane picture() {
		return picture;
	}

	int octaves() {
		return octaves.size();
	}

	Plane level(int octave, int level) {
		return octaves.get(octave)[level];
	}

	/** A value of the picture blurred by about so much: from the level next to it, between pixels. */
	public View near(double sigma) {
		if (sigma < FIRST_SIGMA * 0.8) {
			return new View(picture, 1);
		}
		int step = (int) Math.max(0, Math.round(Math.log(sigma / FIRST_SIGMA) / Math.log(2) * STEPS));
		int octave = Math.min(step / STEPS, octaves.size() - 1);
		int level = Math.min(step - octave * STEPS, LEVELS - 1);
		return new View(octaves.get(octave)[level], 1f / (1 << octave));
	}

	/**
	 * A level.
	 *
	 * @param scale
	 *            pixels of the level to one of the picture
	 */
	public record View(Plane plane, float scale) {

		/** The value at a place in pixels of the picture, the middle of the first being (0, 0). */
		public float at(float x, float y) {
			return plane.at(x * scale, y * scale);
		}
	}
}
