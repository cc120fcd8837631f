package org.hashaven.testdata.kinds;

import java.util.List;
import org.hashaven.samples.distortions.Fit;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/** Supplies the photographs that members show: a different one for each number. */
@FunctionalInterface
public interface PhotoSource {

	/** Longer side in which photographs are generated before they are enlarged. */
	int LONG_SIDE = 800;

	/** Generated photographs. */
	PhotoSource GENERATED = (number, width, height) -> {
		double scale = Math.min(1, LONG_SIDE / (double) Math.max(width, height));
		Picture photo = PictureGenerator.photo(number, (int) Math.ceil(width * scale), (int) Math.ceil(height * scale));
		return Fit.covering(photo, width, height);
	};

	/** The photograph of a number, 0 or larger, cropped and scaled to a size in pixels. */
	Picture photo(long number, int width, int height);

	/** Uses each supplied photograph once, and generated ones for larger numbers: a photograph never appears under two numbers. */
	static PhotoSource of(List<Picture> supplied) {
		List<Picture> photos = List.copyOf(supplied);
		return (number, width, height) -> number < photos.size()
				? Fit.covering(photos.get(Math.toIntExact(number)), width, height)
				: GENERATED.photo(number, width, height);
	}
}
