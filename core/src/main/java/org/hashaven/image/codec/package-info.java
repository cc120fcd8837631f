/**
 * What the headers and codecs of several formats share: checked reading, and pixels on their way to an {@code RgbImage}.
 *
 * <pre>
 *   file → Bytes → HeifBox, ExifOrientation → ImageHeader → PixelLimit
 *   rows → RowSink → UprightCanvas, AlphaPlane → RgbImage
 * </pre>
 */
@NullMarked
package org.hashaven.image.codec;

import org.jspecify.annotations.NullMarked;
