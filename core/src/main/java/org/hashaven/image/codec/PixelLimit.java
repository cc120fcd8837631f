package org.hashaven.image.codec;

import org.hashaven.image.ImageException;
import org.hashaven.image.ImageLimits;

/** Checks the size that a picture claims against the {@link ImageLimits}, before any pixel memory is taken. */
public final class PixelLimit {

	private PixelLimit() {
	}

	/**
	 * Throws if the picture has no pixels, or more than the limit, or a longer side.
	 *
	 * @throws ImageException
	 *             {@link ImageException.Reason#CORRUPT} without pixels, else {@link ImageException.Reason#TOO_MANY_PIXELS}
	 */
	public static void require(ImageLimits limits, long width, long height) throws ImageException {
		if (width < 1 || height < 1) {
			throw ImageErrors.corrupt("The picture says that it has no pixels.");
		}
		if (width > limits.maxSide() || height > limits.maxSide() || width * height > limits.maxPixels()) {
			throw new ImageException(ImageException.Reason.TOO_MANY_PIXELS,
					"The picture claims more than the limit of %,d pixels, or a side of more than %,d.".formatted(limits.maxPixels(),
							limits.maxSide()));
		}
	}
}
