/**
 * The ways to look one upload up against lists that have one hash of a picture: each undoes something that may have been done to it.
 *
 * <pre>
 *   RgbImage ─┬→ PdqHasher ─────────────────────────────────────────→ view 1: plain
 *             └→ Pyramid → ViewSequence ─┬→ whole, from each of its corners → mirrored, turned, inverted
 *                                  ├→ EmbeddedPictureFinder ← Trim, BackgroundSegmenter, Rectangles → pictures found inside it
 *                                  ├→ Patches                            → even patches filled
 *                                  ├→ OverlayRemover ← Morphology                  → letters, watermarks and lines taken off
 *                                  ├→ CropExtrapolation                              → its edges extended
 *                                  └→ Deskew                              → turned back by some degrees
 *   each a ViewStage, taken when the iterator (LazyViewIterator) comes to it:
 *   window → WindowSampler or QuadSampler → 64×64 → ViewMaker → hash and quality
 *
 *   façade → align → stage → inside, fill → raster
 * </pre>
 */
@NullMarked
package org.hashaven.view;

import org.jspecify.annotations.NullMarked;
