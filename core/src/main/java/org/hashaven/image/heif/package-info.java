/**
 * HEIC and AVIF: boxes read in Java, tiles decoded by FFmpeg's codecs.
 *
 * <pre>
 *   Bytes → HeifHeader → HeifFile → HeifBox, HeifData
 *              └→ HeifCodec → FfmpegCodec → UprightCanvas, AlphaPlane
 * </pre>
 */
@NullMarked
package org.hashaven.image.heif;

import org.jspecify.annotations.NullMarked;
