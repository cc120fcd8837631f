/**
 * Parts of a picture that stand out, each hashed on its own, so that crops, collages, screenshots and pictures with stickers are found.
 *
 * <pre>
 *   RgbImage → LumaReducer → ScaleSpace → BlobDetector → Direction → Spots ─┐
 *                                │                                          ├→ ProductCode → 64 bits ─┐
 *                                └───────────→ PatchSampler ← SpreadPicker ←┘                         ├→ Region, RegionQuery
 *                                                                                        RegionPlace ─┘
 *   listed pictures:  all spots hashed → RepeatabilityFilter (hashed again as smaller, rotated, noisy uploads) → ListedPicker → at most 16
 *   uploads:          spots spread over sizes and places, at most 250; mirrored ones by changing signs
 *
 *   façade (RegionHasher, RepeatabilityFilter, pickers) → describe → detect
 * </pre>
 */
@NullMarked
package org.hashaven.region;

import org.jspecify.annotations.NullMarked;
