package org.hashaven.view.fill;

import org.hashaven.pdq.PdqHasher;

/** The place at the lower right of a picture in a chat where its time is written, on a dark pane as a rule. */
public final class TimestampMask {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	private static final int LEFT = SIDE * 70 / 100;
	/** The last row above it, and the first one below. */
	private static final int ABOVE = SIDE * 79 / 100;
	private static final int BELOW = SIDE * 96 / 100;

	private TimestampMask() {
	}

	/** Draws slopes over it, from the row above it to the row below. */
	public static void fill(float[] samples) {
		for (int column = LEFT; column < SIDE; column++) {
			float above = samples[ABOVE * SIDE + column];
			float below = samples[BELOW * SIDE + column];
			for (int row = ABOVE + 1; row < BELOW; row++) {
				samples[row * SIDE + column] = above + (below - above) * (row - ABOVE) / (BELOW - ABOVE);
			}
		}
	}
}
