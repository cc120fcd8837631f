/**
 * JPEG: markers read in Java, pixels decoded by OpenCV.
 *
 * <pre>
 *   Bytes → JpegHeader → JpegTail (is anything missing?) → JpegEntropy → JpegHuffman
 *   Bytes → JpegCodec → OpenCvCodec
 * </pre>
 */
@NullMarked
package org.hashaven.image.jpeg;

import org.jspecify.annotations.NullMarked;
