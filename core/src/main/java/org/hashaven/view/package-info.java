/**
 * The ways to look one upload up against lists that have one hash of a picture: each undoes something that may have been done to it.
 *
 * <pre>
 *   RgbImage ─┬→ PdqHasher ─────────────────────────────────────────→ view 1: plain
 *             └→ Pyramid → Ladder ─┬→ whole, from each of its corners → mirrored, turned, inverted
 *                                  ├→ Insides ← Trim, Papers, Rectangles → pictures found inside it
 *                                  ├→ Patches                            → even patches filled
 *                                  ├→ Strokes ← Squares                  → letters, watermarks and lines taken off
 *                                  ├→ Crops                              → its edges extended
 *                                  └→ Tilts                              → turned back by some degrees
 *   each a Step, taken when the iterator (Climb) comes to it:
 *   window → WindowSampler or QuadSampler → 64×64 → ViewMaker → hash and quality
 * </pre>
 */
@NullMarked
package org.hashaven.view;

import org.jspecify.annotations.NullMarked;
