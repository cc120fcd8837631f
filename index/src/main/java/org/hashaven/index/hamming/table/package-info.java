/**
 * The tables of multi-index hashing: one a slot, each with a bucket for every value of the slot's bits.
 *
 * <pre>
 *   writing    SegmentStatistics → BitPermutation (by BitSample) → SlotLayout → DistinctRows → SlotTableWriter
 *   searching  TableSearch: Plan (which slots, how many flips) → BucketMasks → SlotTable, fetched ahead by Prefetcher → SketchFilter → rows
 * </pre>
 */
@NullMarked
package org.hashaven.index.hamming.table;

import org.jspecify.annotations.NullMarked;
