package org.hashaven.samples.pictures;

/**
 * Makes test pictures from a kind, a seed and a size, the same ones on every machine and in every version: golden hashes depend on it.
 *
 * <p>
 * Only whole numbers and strict floating point are used, never an operating system's, a codec's or a JDK's own randomness or
 * approximations. One seed gives one scene at every size, as a camera with more or fewer pixels would show it.
 */
public final class PictureGenerator {

	private PictureGenerator() {
	}

	/** An abstract photograph. */
	public static Picture photo(long seed, int width, int height) {
		return picture(PictureKind.PHOTO, seed, width, height);
	}

	/**
	 * A picture in colour.
	 *
	 * @throws IllegalArgumentException
	 *             when width or height is below 1
	 * @throws ArithmeticException
	 *             when the samples are more than an array holds
	 */
	public static Picture picture(PictureKind kind, long seed, int width, int height) {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("a picture has at least one pixel, not " + width + " x " + height);
		}
		return switch (kind) {
			case PHOTO -> scene(seed, width, height);
			case PLAIN -> plain(seed, width, height);
			case LETTERBOXED -> Planes.letterboxed(seed, width, height);
			case FLAT -> Planes.flat(seed, width, height);
			case GRADIENT -> Planes.gradient(seed, width, height);
			case NOISE -> Planes.noise(seed, width, height);
			case CHECKERBOARD -> Planes.checkerboard(seed, width, height);
			case STRIPES -> Planes.stripes(seed, width, height);
			case IMPULSES -> Planes.impulses(seed, width, height);
		};
	}

	private static Picture scene(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		int choice = dice.between(0, 99);
		Stage stage = new Stage(dice, Frame.of(width, height));
		if (choice < 22) {
			Scenery.landscape(stage);
		} else if (choice < 40) {
			Scenery.street(stage);
		} else if (choice < 62) {
			Interior.portrait(stage);
		} else if (choice < 78) {
			Interior.room(stage);
		} else if (choice < 88) {
			Interior.stillLife(stage);
		} else {
			Interior.leaves(stage);
		}
		return new Camera(dice).take(stage.layers(), width, height);
	}

	private static Picture plain(long seed, int width, int height) {
		Stage stage = new Stage(new Dice(~seed), Frame.of(width, height));
		Interior.nothing(stage);
		return new Camera(stage.dice()).take(stage.layers(), width, height);
	}
}
