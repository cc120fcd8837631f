/**
 * Whether regions of two pictures that are alike also lie alike; pure functions on arrays that know nothing of Lucene, records and banks.
 *
 * <pre>
 *   listed picture         upload                   two hits are a similarity:
 *   ┌───────────┐          ┌──────────────────┐     scale, turn and move bring their listed
 *   │  1     3  │          │     ┌───────┐    │     middles upon those in the upload
 *   │     2     │  hits →  │     │ 1   3 │    │
 *   └───────────┘          │     │   2   │    │     Correspondences → GeometricVerification: for each two, the others that say the same
 *                          │     └───────┘    │          → distinct ones → VerificationResult (count, placement, percent)
 *                          └──────────────────┘     Relisted: how many of them the upload would be listed with
 * </pre>
 */
@NullMarked
package org.hashaven.index.region;

import org.jspecify.annotations.NullMarked;
