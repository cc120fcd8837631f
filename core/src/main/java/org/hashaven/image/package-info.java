/**
 * Bytes to pixels: the one place where hostile files are opened.
 *
 * <pre>
 *   bytes → ImageDecoder → RgbImage
 *              │ FormatSniffer  the format, by content
 *              │ …Header        size, orientation, cut off or not: in Java, before any memory is taken
 *              │ ImageLimits
 *              ├ png, gif, bmp: PngCodec, GifCodec, BmpCodec, IcoPicture                  in Java
 *              ├ jpeg, tiff, webp: JpegCodec, TiffCodec, WebpCodec → OpenCvCodec          OpenCV
 *              └ heif, jpeg2000: HeifCodec, Jpeg2000Codec → FfmpegCodec                   boxes in Java, pictures and tiles by FFmpeg
 *                     all → UprightCanvas, AlphaPlane       turned upright on the way out of native memory
 *
 *   façade → png, gif, bmp, jpeg, tiff, webp, heif, jpeg2000 → natives → codec → RgbImage, ImageException, ImageLimits
 * </pre>
 *
 * Only {@code bmp} uses another format: icons hold PNG files.
 */
@NullMarked
package org.hashaven.image;

import org.jspecify.annotations.NullMarked;
