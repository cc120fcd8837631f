/**
 * A frame in memory to the 64 × 64 luma samples that PDQ hashes, of the whole frame and of what lies within its borders.
 *
 * <pre>
 *   frame ─┬→ YuvLuma, or PixelConverter → RgbLuma → LumaRows → TentSampler ← TentWeights → 64 × 64
 *          └→ LumaPlane → BorderFinder → Window, wider by a CropAllowance ────────┘
 * </pre>
 */
@NullMarked
package org.hashaven.video.luma;

import org.jspecify.annotations.NullMarked;
