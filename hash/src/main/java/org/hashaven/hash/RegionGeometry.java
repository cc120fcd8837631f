package org.hashaven.hash;

/**
 * Where a region lies in its picture: middle and size, without the picture's own size in pixels and without the direction of the region.
 *
 * <p>
 * Lengths are parts of the picture's longer side, so that two pictures' places differ by a similarity (moved, turned, scaled) when one
 * shows a part of the other.
 *
 * <p>
 * The direction to which a region is turned before it is hashed is left out: it says which side of the region is the lighter one, and the
 * directions of 16 regions draw the picture (decision 0011). How a picture is turned follows from the places of two of its regions.
 *
 * <p>
 * Packed, a place has {@value #BITS} bits: 7 for each coordinate, 5 for the size in steps of a sixth of a doubling, then five zeros, where
 * earlier versions had the direction.
 *
 * @param x
 *            of the middle, from the picture's middle to the right, -0.5..0.5
 * @param y
 *            of the middle, downwards, -0.5..0.5
 * @param size
 *            side of the square that was hashed, {@value #MIN_SIZE}..1
 */
public record RegionGeometry(double x, double y, double size) {

	/** Bits of a packed place. */
	public static final int BITS = 24;

	/** Smallest size: a thirty-second of the longer side. */
	public static final double MIN_SIZE = 1.0 / 32;

	private static final int COORDINATE_BITS = 7;
	private static final int FINE_BITS = 5;
	private static final int STEPS_A_DOUBLING = 6;

	/**
	 * @throws IllegalArgumentException
	 *             when a value is out of its limits
	 */
	public RegionGeometry {
		if (!(Math.abs(x) <= 0.5 && Math.abs(y) <= 0.5 && size >= MIN_SIZE && size <= 1)) {
			throw new IllegalArgumentException("a region lies within its picture");
		}
	}

	/** The place in {@value #BITS} bits as it is listed. */
	public int packed() {
		long sizeStep = Math.round(Math.log(size / MIN_SIZE) / Math.log(2) * STEPS_A_DOUBLING);
		long coordinates = (coordinate(x) << COORDINATE_BITS) | coordinate(y);
		return (int) ((coordinates << (2 * FINE_BITS)) | (sizeStep << FINE_BITS));
	}

	private static long coordinate(double value) {
		return Math.min((long) ((value + 0.5) * (1 << COORDINATE_BITS)), (1 << COORDINATE_BITS) - 1);
	}

	/**
	 * The place that these bits stand for, every coordinate in the middle of what is rounded to it.
	 *
	 * @throws IllegalArgumentException
	 *             when there are more than {@value #BITS} bits, the size is beyond 1, or there is a direction, as earlier versions wrote it
	 */
	public static RegionGeometry ofPacked(int packed) {
		if (packed < 0 || packed >>> BITS != 0) {
			throw new IllegalArgumentException("the place of a region has " + BITS + " bits");
		}
		int fine = (1 << FINE_BITS) - 1;
		int coordinates = packed >>> (2 * FINE_BITS);
		if ((packed & fine) != 0) {
			throw new IllegalArgumentException("a region has no direction");
		}
		double size = MIN_SIZE * Math.pow(2, (double) ((packed >>> FINE_BITS) & fine) / STEPS_A_DOUBLING);
		return new RegionGeometry(ofCoordinate(coordinates >>> COORDINATE_BITS), ofCoordinate(coordinates & ((1 << COORDINATE_BITS) - 1)),
				size);
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
