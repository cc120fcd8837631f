package org.hashaven.region.detect;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.RegionGeometry;

/**
 * A square that may be hashed.
 *
 * @param x
 *            of its middle, in pixels of the picture, the middle of the first being 0
 * @param y
 *            the same, downwards
 * @param side
 *            in pixels of the picture
 * @param angle
 *            direction in radians, clockwise from right
 * @param strength
 *            how much it stands out
 */
public record Keypoint(float x, float y, double side, double angle, float strength) {

	/** Side of the square in blurs of its blob: large enough that a blob's error of place and size is small beside it. */
	private static final double SIDE_OF_SIGMA = 13;

	/** Smallest and largest side of a listed square, as parts of the picture's longer side. */
	private static final double LEAST_LISTED = 0.07;
	private static final double MOST_LISTED = 0.35;

	/** Smaller squares have too few pixels for their frequencies. */
	private static final double LEAST_PIXELS = 24;

	/** So much of a side may lie outside the picture. */
	private static final double OUTSIDE = 0.2;

	/** Those that may be listed: of drawn things none, which other pictures have as well. */
	public static List<Keypoint> listed(ScaleSpace space) {
		Plane picture = space.picture();
		double longer = longer(picture);
		List<Keypoint> spots = all(space, LEAST_LISTED * longer, MOST_LISTED * longer);
		spots.removeIf(spot -> FlatnessFilter.isEven(picture, spot));
		return spots;
	}

	/** Those that may be looked up if they are not of drawn things, which a list made by hand may hold. */
	public static List<Keypoint> upload(ScaleSpace space) {
		return all(space, leastUploaded(space.picture()), longer(space.picture()));
	}

	/** Smallest side in an upload. */
	public static double leastUploaded(Plane picture) {
		return Math.max(LEAST_PIXELS, RegionGeometry.MIN_SIZE * longer(picture));
	}

	private static List<Keypoint> all(ScaleSpace space, double least, double most) {
		List<Keypoint> spots = new ArrayList<>();
		for (Blob blob : BlobDetector.detect(space)) {
			double side = SIDE_OF_SIGMA * blob.sigma();
			if (side >= least && side <= most) {
				Keypoint spot = new Keypoint(blob.x(), blob.y(), side, Direction.of(space, blob), blob.strength());
				if (spot.isWithin(space.picture())) {
					spots.add(spot);
				}
			}
		}
		return spots;
	}

	private boolean isWithin(Plane picture) {
		double reach = side * (0.5 - OUTSIDE) * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle)));
		return x - reach >= -0.5 && y - reach >= -0.5 && x + reach <= picture.width() - 0.5 && y + reach <= picture.height() - 0.5;
	}

	/** Its place in the picture. */
	public RegionGeometry place(Plane picture) {
		double longer = longer(picture);
		return new RegionGeometry(part(x + 0.5 - picture.width() / 2.0, longer), part(y + 0.5 - picture.height() / 2.0, longer),
				Math.clamp(side / longer, RegionGeometry.MIN_SIZE, 1));
	}

	private static double part(double fromMiddle, double longer) {
		return Math.clamp(fromMiddle / longer, -0.5, 0.5);
	}

	private static double longer(Plane picture) {
		return Math.max(picture.width(), picture.height());
	}
}
