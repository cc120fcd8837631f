/**
 * Exact Hamming search as a Lucene vectors format; knows nothing of records and banks and works in anybody's index.
 *
 * <pre>
 *   byte[32] a document → HammingVectorsWriter ─┬─ flush: HashBuffer ──┐
 *                                               └─ merge: MergedHashes ┴→ HashSequence → four columns a segment, on disk
 *   four columns, mapped → HammingVectorsReader → HammingVectorValues ─┬→ HashColumns
 *                                                                      └→ RangeSearcher (ColumnScan)
 *   HammingQuery → HammingWeight → RangeSearcher → RangeHits → HitsScorer → any collector
 * </pre>
 *
 * How a segment is searched is known to {@code RangeSearcher} alone; what it is made from is known to {@code HashSequence} alone.
 */
@NullMarked
package org.hashaven.index.hamming;

import org.jspecify.annotations.NullMarked;
