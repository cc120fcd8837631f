package org.hashaven.region;

import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.RgbImage;
import org.hashaven.region.describe.DescribedKeypoint;
import org.hashaven.region.detect.FlatnessFilter;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.LumaReducer;
import org.hashaven.region.detect.Plane;
import org.hashaven.region.detect.ScaleSpace;

/**
 * The façade: pixels in, regions out. Keeps nothing between pictures; for any thread.
 *
 * <p>
 * Regions are blobs, spots lighter or darker than what surrounds them, found in the picture ever more blurred, so that they are found again
 * in a copy of another size. A square around each, turned to its direction, gives 64 bits ({@code ProductCode}). What is listed is picked
 * for being found again: the picture is rehearsed as an upload, small, turned and noisy, and what comes back nearest is taken.
 *
 * <p>
 * References: Lindeberg, "Feature Detection with Automatic Scale Selection" (1998); Lowe, "Distinctive Image Features from Scale-Invariant
 * Keypoints" (2004).
 */
public final class RegionHasher {

	/** Most regions of an upload, in each of its forms. */
	public static final int MAX_UPLOAD = 250;

	/** Pixels that a picture is brought to, listed or uploaded: a copy of it as a whole is then looked at as closely as itself. */
	private static final int PIXELS = 200_000;

	/** Small pictures are made larger, by so much in each direction at most. */
	private static final double MOST_ENLARGED = 4;

	private RegionHasher() {
	}

	/** Returns the regions to list of a picture, the best first; none if it has too few distinctive ones. */
	public static RegionSet ofListed(RgbImage image) {
		Plane picture = LumaReducer.reduce(image, PIXELS, MOST_ENLARGED);
		ScaleSpace space = ScaleSpace.of(picture);
		List<DescribedKeypoint> spots = DescribedKeypoint.hash(space, Keypoint.listed(space));
		List<Region> regions = spots.stream().map(DescribedKeypoint::region).toList();
		int[] scores = RepeatabilityFilter.scores(space, spots, regions);
		return ListedPicker.pick(picture, spots, regions, scores);
	}

	/** The regions to look up of an upload, and of its mirrored form. */
	public static UploadRegions ofUpload(RgbImage image) {
		return new UploadRegions(uploadSpots(LumaReducer.reduce(image, PIXELS, MOST_ENLARGED)));
	}

	/** What is hashed of an upload that was brought to size. */
	static List<DescribedKeypoint> uploadSpots(Plane picture) {
		ScaleSpace space = ScaleSpace.of(picture);
		return DescribedKeypoint.hash(space,
				SpreadPicker.pick(picture, Keypoint.upload(space), MAX_UPLOAD, spot -> !FlatnessFilter.isEvenUpload(picture, spot)));
	}
}
