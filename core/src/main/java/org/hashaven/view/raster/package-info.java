/**
 * A picture's luma at several sizes, and windows of it as the 64 × 64 samples that are hashed.
 *
 * <pre>
 *   RgbImage → Pyramid → Plane ─┬→ WindowSampler ← Window ─┬→ 64 × 64
 *                               └→ QuadSampler ← Quad ─────┘   both weigh by TentAxis
 *   masks → ConnectedComponents, Morphology
 * </pre>
 */
@NullMarked
package org.hashaven.view.raster;

import org.jspecify.annotations.NullMarked;
