/**
 * Pixels to PDQ hashes, bit for bit what the C++ reference makes of the same pixels.
 *
 * <pre>
 *   RgbImage → RgbToLuma → Downsampler → 64×64 ─┬→ GradientQuality → quality
 *                                               └→ Dct64To16 → 16×16 → (Symmetry) → MedianThreshold → Hash256
 * </pre>
 */
@NullMarked
package org.hashaven.pdq;

import org.jspecify.annotations.NullMarked;
