package org.hashaven.samples.pictures;

/**
 * A surface's fine structure: a tone from 0 to 1 at every place.
 *
 * <p>
 * All are made of value noise: random numbers on a lattice, smoothly joined. Octaves of it, each twice as fine and about half as strong,
 * sum to the 1/f spectrum that photographs have. Octaves finer than a pixel are left out.
 *
 * @param pattern
 *            what the noise is made into
 * @param frequency
 *            lattice cells a unit of the coarsest octave
 * @param stretch
 *            how much longer than high its features are
 * @param strength
 *            of each octave relative to the one before: 0.5 is smooth, 0.7 rough
 * @param offset
 *            where in the endless lattice it lies; differs from texture to texture
 */
record Texture(Pattern pattern, double frequency, double stretch, double strength, double offset) {

	/** What noise is made into. */
	enum Pattern {
		/** Clouds, skin, soil: the sum as it is. */
		CLOUDS,
		/** Creases and veins: folded at the middle. */
		CREASES,
		/** Wood, cloth, water: bands bent by noise. */
		BANDS,
		/** Walls of bricks or tiles with joints. */
		TILES,
		/** House fronts: dark or lit panes in a wall. */
		WINDOWS
	}

	private static final int LATTICE_BITS = 6;
	private static final int LATTICE_MASK = (1 << LATTICE_BITS) - 1;
	private static final double[] LATTICE = lattice();
	private static final int MAX_OCTAVES = 7;

	static Texture of(Pattern pattern, Dice dice, double frequency) {
		return new Texture(pattern, frequency, 1, 0.55, dice.between(10.0, 200.0));
	}

	Texture stretched(double newStretch) {
		return new Texture(pattern, frequency, newStretch, strength, offset);
	}

	Texture rough(double newStrength) {
		return new Texture(pattern, frequency, stretch, newStrength, offset);
	}

	private static double[] lattice() {
		Dice dice = new Dice(1);
		double[] values = new double[1 << (2 * LATTICE_BITS)];
		for (int i = 0; i < values.length; i++) {
			values[i] = dice.unit();
		}
		return values;
	}

	/** The tone at a place, given the size of a pixel. */
	double at(double x, double y, double pixel) {
		double u = x * frequency / stretch + offset;
		double v = y * frequency + offset;
		double cell = pixel * frequency;
		return switch (pattern) {
			case CLOUDS -> clouds(u, v, cell);
			case CREASES -> Math.abs(2 * clouds(u, v, cell) - 1);
			case BANDS -> bands(u, v, cell);
			case TILES -> tiles(u, v, cell);
			case WINDOWS -> windows(u, v, cell);
		};
	}

	/** Sum of octaves, stretched about the middle so that most of 0..1 is used. */
	private double clouds(double u, double v, double cell) {
		double sum = 0;
		double weights = 0;
		double weight = 1;
		double x = u;
		double y = v;
		double size = cell;
		for (int octave = 0; octave < MAX_OCTAVES && (octave == 0 || size < 0.5); octave++) {
			sum += weight * noise(x, y);
			weights += weight;
			weight *= strength;
			// Each octave is turned a little (by a 3-4-5 triangle) so that no lattice line shows.
			double turned = 1.6 * x + 1.2 * y;
			y = 1.6 * y - 1.2 * x + 300;
			x = turned;
			size *= 2;
		}
		return Math.clamp(0.5 + 1.6 * (sum / weights - 0.5), 0, 1);
	}

	private double bands(double u, double v, double cell) {
		double phase = v + 1.5 * clouds(u * 0.5, v * 0.5, cell);
		double wave = 2 * Math.abs(2 * (phase - Math.floor(phase)) - 1);
		double seen = Math.clamp(2 - 4 * cell, 0, 1);
		return 0.5 + seen * 0.5 * (smooth(wave / 2) * 2 - 1) * 0.8;
	}

	private static double tiles(double u, double v, double cell) {
		double row = Math.floor(v);
		double shifted = u * 0.5 + ((int) row & 1) * 0.5;
		double joint = Math.min(edge(shifted, 0.04, cell * 0.5), edge(v, 0.08, cell));
		return joint * (0.45 + 0.5 * value((int) Math.floor(shifted), (int) row));
	}

	private static double windows(double u, double v, double cell) {
		double pane = Math.min(edge(u, 0.25, cell), edge(v, 0.2, cell));
		double brightness = value((int) Math.floor(u), (int) Math.floor(v));
		double tone = brightness > 0.75 ? 1 : 0.3 * brightness;
		return 0.6 + pane * (tone - 0.6);
	}

	/** 0 in the joint around a cell, 1 inside it, blurred to the width of a pixel. */
	private static double edge(double place, double joint, double cell) {
		double inside = 0.5 - Math.abs(place - Math.floor(place) - 0.5) - joint;
		return Math.clamp(inside / Math.max(cell, 0.02) + 0.5, 0, 1) * Math.clamp(1.5 - cell, 0, 1);
	}

	/** Value noise: one octave, 0..1; both coordinates must not be far below 0. */
	static double noise(double x, double y) {
		double column = Math.floor(x);
		double row = Math.floor(y);
		double right = smooth(x - column);
		double down = smooth(y - row);
		int i = (int) column & LATTICE_MASK;
		int j = (int) (column + 1) & LATTICE_MASK;
		int upper = ((int) row & LATTICE_MASK) << LATTICE_BITS;
		int lower = ((int) (row + 1) & LATTICE_MASK) << LATTICE_BITS;
		double above = LATTICE[upper | i] + (LATTICE[upper | j] - LATTICE[upper | i]) * right;
		double below = LATTICE[lower | i] + (LATTICE[lower | j] - LATTICE[lower | i]) * right;
		return above + (below - above) * down;
	}

	private static double value(int column, int row) {
		return LATTICE[(row & LATTICE_MASK) << LATTICE_BITS | (column & LATTICE_MASK)];
	}

	private static double smooth(double t) {
		return t * t * (3 - 2 * t);
	}
}
