package org.hashaven.region.detect;

/**
 * A spot that is lighter or darker than what surrounds it.
 *
 * @param x
 *            of its middle, in pixels of the picture, the middle of the first being 0
 * @param y
 *            the same, downwards
 * @param sigma
 *            blur at which it stands out most, in pixels of the picture
 * @param strength
 *            how much it stands out
 */
record Blob(float x, float y, float sigma, float strength) {
}
