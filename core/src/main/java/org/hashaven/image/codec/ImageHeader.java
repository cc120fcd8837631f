package org.hashaven.image.codec;

import org.hashaven.hash.Symmetry;

/**
 * What a picture claims of itself, read before any memory is taken for it.
 *
 * @param width
 *            as stored, before the orientation is applied; a claim, not yet held against the limits
 * @param height
 *            likewise
 * @param grey
 *            one channel that is the luma itself
 * @param orientation
 *            how to turn the stored pixels upright
 */
public record ImageHeader(long width, long height, boolean grey, Symmetry orientation) {
}
