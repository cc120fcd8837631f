/**
 * TIFF: directories read in Java, pixels decoded by OpenCV.
 *
 * <pre>
 *   Bytes → TiffHeader → TiffCodec → OpenCvCodec
 * </pre>
 */
@NullMarked
package org.hashaven.image.tiff;

import org.jspecify.annotations.NullMarked;
