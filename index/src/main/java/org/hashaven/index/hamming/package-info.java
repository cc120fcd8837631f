/**
 * Exact Hamming search as a Lucene vectors format; knows nothing of records and banks and works in anybody's index.
 *
 * <pre>
 *   writing   byte[32] a document → HammingVectorsWriter ─┬─ flush: HashBuffer ──┐
 *                                                         └─ merge: MergedHashes ┴→ HashSequence
 *             HashSequence → SegmentStatistics: count, Parity, BitPermutation (by BitSample) → RowStore → DistinctRows → rows, RowGroups
 *             rows → SlotTableWriter → one table a slot, on disk
 *   reading   file, mapped → HammingVectorsReader → HammingSegment ─┬→ HammingVectorValues, for Lucene
 *                                                                   └→ RangeSearcher
 *   searching HammingQuery → RangeSearcher ─┬→ TableSearch: Plan → SlotTable → SketchFilter → Rows ─┬→ RangeHits → HammingHits
 *                                           └→ RowScan: Rows ──────────────────────────────────────┘
 *             HammingHits → HitsScorer → any collector; NearestSearch asks within growing radii
 * </pre>
 *
 * Rows and their scan are in {@link org.hashaven.index.hamming.rows}, the tables in {@link org.hashaven.index.hamming.table}; both are hot,
 * work on primitives and know no format.
 */
@NullMarked
package org.hashaven.index.hamming;

import org.jspecify.annotations.NullMarked;
