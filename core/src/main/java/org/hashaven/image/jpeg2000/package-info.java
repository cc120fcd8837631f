/**
 * JPEG 2000: boxes and markers read in Java, pixels decoded by FFmpeg.
 *
 * <pre>
 *   Bytes → Jpeg2000Header → Jpeg2000Codec → FfmpegCodec
 * </pre>
 */
@NullMarked
package org.hashaven.image.jpeg2000;

import org.jspecify.annotations.NullMarked;
