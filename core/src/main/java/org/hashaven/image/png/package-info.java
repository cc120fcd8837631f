/**
 * PNG: chunks, rows and interlacing in Java.
 *
 * <pre>
 *   Bytes → PngHeader → PngCodec → PngRow → UprightCanvas, AlphaPlane
 * </pre>
 */
@NullMarked
package org.hashaven.image.png;

import org.jspecify.annotations.NullMarked;
