/**
 * Bytes to pixels: the one place where hostile files are opened.
 *
 * <pre>
 *   bytes → ImageDecoder → RgbImage
 *              │ FormatSniffer  the format, by content
 *              │ …Header        size, orientation, cut off or not: in Java, before any memory is taken
 *              │ ImageLimits
 *              ├ PngCodec, GifCodec, BmpCodec, IcoPicture   in Java
 *              ├ OpenCvCodec, TiffCodec, WebpCodec          JPEG, TIFF, WebP: OpenCV
 *              └ HeifCodec, Jpeg2000Codec → FfmpegCodec     HEIC, AVIF: boxes in Java, pictures and tiles by FFmpeg's codecs
 *                     all → UprightCanvas, AlphaPlane       turned upright on the way out of native memory
 * </pre>
 */
@NullMarked
package org.hashaven.image;

import org.jspecify.annotations.NullMarked;
