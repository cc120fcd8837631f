package org.hashaven.samples.videos;

import java.util.SplittableRandom;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * Somebody moving about before a camera that stands still: a figure cut out of another photograph, with a sensor's noise over all.
 *
 * @param room
 *            what stands still
 * @param cloth
 *            what the figure is filled with
 * @param noise
 *            strength of the sensor's noise, in steps of a sample
 */
record Walk(Picture room, Picture cloth, double periodUs, double phase, int noise, long noiseSeed) implements Scene {

	private static final double TURN = 2 * StrictMath.PI;
	/** The figure's height and half its width, as parts of the room's height. */
	private static final double FIGURE = 0.75;
	private static final double HALF_WIDTH = 0.14;
	private static final double HEAD = 0.09;

	static Walk any(SplittableRandom random, int width, int height, int noise) {
		Picture room = PictureGenerator.photo(random.nextLong(), width, height);
		Picture cloth = PictureGenerator.photo(random.nextLong(), width, height);
		return new Walk(room, cloth, 4e6 + 6e6 * random.nextDouble(), random.nextDouble(), noise, random.nextLong());
	}

	@Override
	public Picture at(double part, long timeUs) {
		byte[] samples = room.samples().clone();
		double turn = TURN * (timeUs / periodUs + phase);
		int height = room.height();
		int x = (int) (room.width() * (0.5 + 0.38 * StrictMath.sin(turn)));
		int y = (int) (height * (1 - FIGURE + 0.03 * StrictMath.sin(9 * turn)));
		double lean = 0.25 * StrictMath.cos(turn);
		for (int row = Math.max(0, y); row < height; row++) {
			double down = (row - y) / (double) height;
			int middle = x + (int) (lean * (down - FIGURE) * height);
			fill(samples, row, middle, (int) (halfWidth(down) * height), x, y);
		}
		return Picture.ofRgb(room.width(), height, noise == 0 ? samples : grained(samples, timeUs));
	}

	/** Half the figure's width so far below its top: a head, a neck, shoulders. */
	private static double halfWidth(double down) {
		if (down < 2 * HEAD) {
			double above = down - HEAD;
			return Math.max(0.03, Math.sqrt(Math.max(0, HEAD * HEAD - above * above)));
		}
		return Math.min(HALF_WIDTH, 0.03 + 1.5 * (down - 2 * HEAD));
	}

	private void fill(byte[] samples, int row, int middle, int half, int x, int y) {
		int from = Math.max(0, middle - half);
		int to = Math.min(room.width() - 1, middle + half);
		byte[] own = cloth.samples();
		// The cloth moves along with the figure.
		int ownRow = Math.floorMod(row - y, cloth.height()) * cloth.width();
		for (int column = from; column <= to; column++) {
			int ownAt = 3 * (ownRow + Math.floorMod(column - x + cloth.width() / 2, cloth.width()));
			System.arraycopy(own, ownAt, samples, 3 * (row * room.width() + column), 3);
		}
	}

	private byte[] grained(byte[] samples, long timeUs) {
		SplittableRandom random = new SplittableRandom(noiseSeed + timeUs);
		for (int i = 0; i + 8 <= samples.length; i += 8) {
			long bits = random.nextLong();
			for (int k = 0; k < 8; k++, bits >>>= 8) {
				int grain = (int) ((bits & 255) * (2 * noise + 1) / 256) - noise;
				samples[i + k] = (byte) Math.clamp((samples[i + k] & 255) + grain, 0, 255);
			}
		}
		return samples;
	}
}
