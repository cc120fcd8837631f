/**
 * Where parts of a picture stand out: blobs at all sizes, each with a direction.
 *
 * <pre>
 *   RgbImage → LumaReducer → ScaleSpace → BlobDetector → Direction → Keypoint → FlatnessFilter
 *                                │             └ Differences → ExtremaScan
 *                                └ GaussianBlur
 * </pre>
 */
@NullMarked
package org.hashaven.region.detect;

import org.jspecify.annotations.NullMarked;
