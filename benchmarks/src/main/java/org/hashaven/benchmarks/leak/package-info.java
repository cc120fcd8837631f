/**
 * The attack on what leaves a survivor's device: how much of a photo can be drawn again from what is listed of it.
 *
 * <pre>
 *   photographs ─┬→ targets ── Listing ──→ hash, places, codes ──→ Likelihood ─┐
 *                │                                                             ├→ Reconstruction → 64 × 64 → Similarity, ContactSheet
 *                └→ others ─── ModelTrainer ──→ PictureModel, Prior ───────────┤
 *                                            └→ PatchPredictor ────────────────┘
 *
 *   a picture → Patch (32 × 32 samples) → PatchTransform → coefficients of luma and edges, whose signs and products CodeLayout numbers
 * </pre>
 *
 * Nothing of the hasher is called to draw: attackers rebuild it from its description, and differentiate it.
 */
@NullMarked
package org.hashaven.benchmarks.leak;

import org.jspecify.annotations.NullMarked;
