/**
 * The square around a keypoint, turned to its direction, as 64 bits.
 *
 * <pre>
 *   Keypoint → PatchSampler → PatchBatch → Gradients, EdgeEnergy → CosineTransform → ProductCode → DescribedKeypoint
 *                                 └ IsotropyFilter  leaves out what has no direction
 * </pre>
 */
@NullMarked
package org.hashaven.region.describe;

import org.jspecify.annotations.NullMarked;
