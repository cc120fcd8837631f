/**
 * Region codes of photos in a Lucene segment, found by multi-probe lookup; knows nothing of records and banks.
 *
 * <pre>
 *   RegionSet → RegionVector (one byte vector a photo) → RegionVectorsFormat: RegionVectorsWriter → files → RegionVectorsReader
 *                                                                                                              │
 *   RegionQuery, WorkBudget → RegionSearcher ──────→ RegionSegment: ProbeSequence → buckets → codes → RegionHitSink
 * </pre>
 */
@NullMarked
package org.hashaven.index.regioncode;

import org.jspecify.annotations.NullMarked;
