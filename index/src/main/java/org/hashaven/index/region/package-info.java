/**
 * Whether regions of two pictures that are alike also lie alike; pure functions on arrays that know nothing of Lucene, records and banks.
 *
 * <pre>
 *   listed picture         upload                   every hit is a similarity of its own:
 *   ┌───────────┐          ┌──────────────────┐     scale = size / size, turn = angle - angle,
 *   │  1     3  │          │     ┌───────┐    │     move  = place - scaled and turned place
 *   │     2     │  hits →  │     │ 1   3 │    │
 *   └───────────┘          │     │   2   │    │     Hits → Agreement: for each hit, the others that say the same
 *                          │     └───────┘    │          → distinct ones, spread → Agreed (count, scale, degrees, percent)
 *                          └──────────────────┘
 * </pre>
 */
@NullMarked
package org.hashaven.index.region;

import org.jspecify.annotations.NullMarked;
