/**
 * Finds where pictures lie inside a picture, and where their edges are.
 *
 * <pre>
 *   Plane ─┬→ Trim                     even borders
 *          ├→ BackgroundSegmenter      boxes on even ground        ─→ EdgeRefiner → Window, to a fraction of a pixel
 *          └→ EdgeMap → Rectangles     straight lines that cross
 * </pre>
 */
@NullMarked
package org.hashaven.view.inside;

import org.jspecify.annotations.NullMarked;
