/**
 * WebP: chunks read in Java, one frame decoded by OpenCV.
 *
 * <pre>
 *   Bytes → WebpHeader → WebpCodec → OpenCvCodec
 * </pre>
 */
@NullMarked
package org.hashaven.image.webp;

import org.jspecify.annotations.NullMarked;
