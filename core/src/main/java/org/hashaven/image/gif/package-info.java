/**
 * GIF: the first frame on its screen, in Java.
 *
 * <pre>
 *   Bytes → GifHeader → GifCodec → GifLzw → UprightCanvas, AlphaPlane
 * </pre>
 */
@NullMarked
package org.hashaven.image.gif;

import org.jspecify.annotations.NullMarked;
