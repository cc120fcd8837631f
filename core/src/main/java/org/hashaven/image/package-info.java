/**
 * Bytes to pixels: the one place where hostile files are opened.
 *
 * <pre>
 *   bytes → ImageDecoder → RgbImage
 *              │ FormatSniffer  the format, by content
 *              │ …Header        size, orientation, cut off or not: in Java, before any memory is taken
 *              │ ImageLimits
 *              ├ PngCodec, GifCodec             in Java
 *              ├ OpenCvCodec, WebpCodec         JPEG, BMP, TIFF, WebP: OpenCV
 *              └ HeifCodec → FfmpegCodec        HEIC, AVIF: boxes in Java, pictures and tiles by FFmpeg's codecs
 *                     all → UprightCanvas       turned upright on the way out of native memory
 * </pre>
 */
@NullMarked
package org.hashaven.image;

import org.jspecify.annotations.NullMarked;
