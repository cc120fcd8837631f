/**
 * What a record is in Lucene: its fields and id, the banks beside it, and how it is read back.
 *
 * <pre>
 *   MediaRecord → Media → RecordBatch → RecordFields ─▶ Lucene documents, one a hash
 *                           │
 *                           IdRegistry (what an id of a bank stands for)
 *   RecordSearcher (records and banks of one instant) ─▶ SegmentMedia, SegmentBanks, SegmentRecords ─▶ RecordExport, IndexCounter
 * </pre>
 */
@NullMarked
package org.hashaven.index.record;

import org.jspecify.annotations.NullMarked;
