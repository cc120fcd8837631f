/**
 * Test pictures, made up from numbers, the same on every machine.
 *
 * <pre>
 *   kind, seed, size → PictureGenerator ─┬→ Planes ───────────────────────────────→ Picture
 *                                        └→ Dice → Stage ─┬ Scenery  ┐
 *                                             (Light)     ├ Interior ├→ Layers → Canvas → Camera → Picture
 *                                                         └ Figure   ┘   Backdrop, Ridge,
 *                                                                        Solid = Outline + Material (Colour, Texture)
 * </pre>
 */
@NullMarked
package org.hashaven.samples.pictures;

import org.jspecify.annotations.NullMarked;
