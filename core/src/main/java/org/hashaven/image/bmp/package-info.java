/**
 * BMP, and the icons that hold a BMP or a PNG, in Java.
 *
 * <pre>
 *   Bytes → BmpHeader → BmpCodec → BmpRuns → UprightCanvas, AlphaPlane
 *              ▲            ▲
 *              └ IcoPicture ┴ PngHeader, PngCodec
 * </pre>
 */
@NullMarked
package org.hashaven.image.bmp;

import org.jspecify.annotations.NullMarked;
