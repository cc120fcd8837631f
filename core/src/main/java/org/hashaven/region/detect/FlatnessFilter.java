package org.hashaven.region.detect;

/**
 * How much of a square has one and the same tone, as what programs draw has: letters, signs, buttons, the grounds of bubbles.
 *
 * <p>
 * Such things are in thousands of pictures that have nothing else in common. Photographs have little of one tone: among 50 of them 4.5
 * percent of the regions had more than {@value #MOST}, in screenshots of chats and pages more than half of those outside the photograph.
 */
public final class FlatnessFilter {

	/** More of it is a drawn thing, and not listed. */
	private static final double MOST = 0.4;

	/** More of it is not even looked up: a list made by hand may hold drawn things. Copies of photographs seldom come near. */
	private static final double MOST_LOOKED_UP = 0.55;

	/** Samples in either direction; neighbours need not be told apart. */
	private static final int GRID = 32;
	private static final int GRID_LOOKED_UP = 16;

	private static final int TONES = 256;

	/** Tones beside each other that are one: compression leaves even grounds within one level. */
	private static final int WIDTH = 3;

	private FlatnessFilter() {
	}

	/** Whether a square has so much of one tone that it is nothing of its picture's own. */
	static boolean isEven(Plane picture, Keypoint spot) {
		return isEven(picture, spot, GRID, MOST);
	}

	/** The same of a square in an upload, with room for what was done to it. */
	public static boolean isEvenUpload(Plane picture, Keypoint spot) {
		return isEven(picture, spot, GRID_LOOKED_UP, MOST_LOOKED_UP);
	}

	private static boolean isEven(Plane picture, Keypoint spot, int grid, double most) {
		int[] counts = new int[TONES];
		double cosine = Math.cos(spot.angle()) * spot.side() / grid;
		double sine = Math.sin(spot.angle()) * spot.side() / grid;
		int all = 0;
		for (int row = 0; row < grid; row++) {
			for (int column = 0; column < grid; column++) {
				double across = column - (grid - 1) / 2.0;
				double down = row - (grid - 1) / 2.0;
				// Rounded by truncation, which is faster than Math.round, and the same where nothing is negative.
				double x = spot.x() + cosine * across - sine * down + 0.5;
				double y = spot.y() + sine * across + cosine * down + 0.5;
				if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
					counts[Math.clamp((int) (picture.rows()[(int) y][(int) x] + 0.5), 0, TONES - 1)]++;
					all++;
				}
			}
		}
		return most(counts) > most * all;
	}

	/** The most that any few tones beside each other have. */
	private static int most(int[] counts) {
		int most = 0;
		int within = 0;
		for (int tone = 0; tone < TONES; tone++) {
			within += counts[tone] - (tone >= WIDTH ? counts[tone - WIDTH] : 0);
			most = Math.max(most, within);
		}
		return most;
	}
}
