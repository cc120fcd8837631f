/**
 * Bytes to pixels: the one place where hostile files are opened.
 *
 * <pre>
 *   bytes → ImageDecoder → RgbImage
 *              │ header read, limits held, codec chosen by content
 *              ├ JPEG PNG WebP GIF BMP TIFF: OpenCV
 *              └ HEIC AVIF: FFmpeg, tiles pasted, display matrix applied
 * </pre>
 */
@NullMarked
package org.hashaven.image;

import org.jspecify.annotations.NullMarked;
