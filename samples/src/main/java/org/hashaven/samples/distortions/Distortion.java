package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * One thing that happens to a picture before it is posted again.
 *
 * <p>
 * The same picture, distortion and seed give the same result on one machine; between machines OpenCV's filters and codecs may differ in the
 * last bit.
 */
public interface Distortion {

	/** Family and parameters in one word, as {@code jpeg-10} or {@code crop-left-25}; unique in the catalogue. */
	String name();

	/**
	 * The picture after it; the picture itself stays as it is.
	 *
	 * @param seed
	 *            of whatever is left to chance: noise, places, texts
	 */
	Picture apply(Picture picture, long seed);
}
