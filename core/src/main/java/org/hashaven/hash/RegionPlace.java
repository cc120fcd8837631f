package org.hashaven.hash;

/**
 * Where a region lies in its picture: middle, size and direction, without the picture's own size in pixels.
 *
 * <p>
 * Lengths are parts of the picture's longer side, so that two pictures' places differ by a similarity (moved, turned, scaled) when one
 * shows a part of the other.
 *
 * <p>
 * Packed, as it is listed, a place has {@value #BITS} bits: 7 for each coordinate, 5 for the size in steps of a sixth of a doubling, and 5
 * for the direction, of which the two highest are 0: the direction is given modulo a quarter turn only. The whole direction would say which
 * side of the region is the lighter one, and the directions of 16 regions draw the picture (decision 0011).
 *
 * @param x
 *            of the middle, from the picture's middle to the right, -0.5..0.5
 * @param y
 *            of the middle, downwards, -0.5..0.5
 * @param size
 *            side of the square that was hashed, {@value #MIN_SIZE}..1
 * @param angle
 *            direction in radians, clockwise from right, -π..π; of a listed region, 0 to less than π/2
 */
public record RegionPlace(double x, double y, double size, double angle) {

	/** Bits of a packed place. */
	public static final int BITS = 24;

	/** Smallest size: a thirty-second of the longer side. */
	public static final double MIN_SIZE = 1.0 / 32;

	private static final int COORDINATE_BITS = 7;
	private static final int FINE_BITS = 5;
	private static final int STEPS_A_DOUBLING = 6;

	/** Steps of a quarter turn. */
	private static final int QUARTER_TURN = 8;

	/**
	 * @throws IllegalArgumentException
	 *             when a value is out of its limits
	 */
	public RegionPlace {
		if (!(Math.abs(x) <= 0.5 && Math.abs(y) <= 0.5 && size >= MIN_SIZE && size <= 1 && Math.abs(angle) <= Math.PI)) {
			throw new IllegalArgumentException("a region lies within its picture");
		}
	}

	/** The place in {@value #BITS} bits, without the quarter turns of its direction. */
	public int packed() {
		long sizeStep = Math.round(Math.log(size / MIN_SIZE) / Math.log(2) * STEPS_A_DOUBLING);
		long turn = Math.floorMod(Math.round(angle / (Math.PI / 2) * QUARTER_TURN), (long) QUARTER_TURN);
		long coordinates = (coordinate(x) << COORDINATE_BITS) | coordinate(y);
		long fine = (sizeStep << FINE_BITS) | turn;
		return (int) ((coordinates << (2 * FINE_BITS)) | fine);
	}

	private static long coordinate(double value) {
		return Math.min((long) ((value + 0.5) * (1 << COORDINATE_BITS)), (1 << COORDINATE_BITS) - 1);
	}

	/**
	 * The place that these bits stand for, every coordinate in the middle of what is rounded to it.
	 *
	 * @throws IllegalArgumentException
	 *             when there are more than {@value #BITS} bits, the size is beyond 1, or the direction a quarter turn or more, as earlier
	 *             versions wrote it
	 */
	public static RegionPlace ofPacked(int packed) {
		if (packed < 0 || packed >>> BITS != 0) {
			throw new IllegalArgumentException("the place of a region has " + BITS + " bits");
		}
		int fine = (1 << FINE_BITS) - 1;
		int coordinates = packed >>> (2 * FINE_BITS);
		if ((packed & fine) >= QUARTER_TURN) {
			throw new IllegalArgumentException("the direction of a region is less than a quarter turn");
		}
		double angle = (packed & fine) * Math.PI / 2 / QUARTER_TURN;
		double size = MIN_SIZE * Math.pow(2, (double) ((packed >>> FINE_BITS) & fine) / STEPS_A_DOUBLING);
		return new RegionPlace(ofCoordinate(coordinates >>> COORDINATE_BITS), ofCoordinate(coordinates & ((1 << COORDINATE_BITS) - 1)),
				size, angle);
	}

	/** Whether a number is a packed place. */
	public static boolean isPacked(long number) {
		try {
			ofPacked(Math.toIntExact(number));
			return true;
		} catch (IllegalArgumentException | ArithmeticException e) {
			return false;
		}
	}

	private static double ofCoordinate(int step) {
		return (step + 0.5) / (1 << COORDINATE_BITS) - 0.5;
	}

	/** Fixed words: where regions lie tells of the picture. */
	@Override
	public String toString() {
		return "RegionPlace[hidden]";
	}
}
