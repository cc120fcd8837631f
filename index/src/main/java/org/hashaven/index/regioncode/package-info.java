/**
 * Multi-probe search of region codes as a Lucene vectors format. Knows no records and banks.
 *
 * <pre>
 *   writing   RegionSet → RegionVector: byte[177] a photo → RegionVectorsWriter ─┬─ flush: RegionBuffer ──┐
 *                                                                               └─ merge: MergedRegions ─┴→ RegionSequence
 *             RegionSequence → headers, starts, codes, places; CodeTableBuilder → one CodeTable for each CodeSlot
 *   reading   file, mapped → RegionVectorsReader → RegionSegment ─┬→ RegionVectorValues, for Lucene
 *                                                                 └→ RegionSearcher
 *   searching RegionSearcher ─┬→ CodeTableSearch: ProbeSequence → CodeTable: sketches → codes ─┬→ RegionAcceptance → RegionHitSink
 *                             └→ CodeScan: codes ──────────────────────────────────────────────┘
 * </pre>
 */
@NullMarked
package org.hashaven.index.regioncode;

import org.jspecify.annotations.NullMarked;
