/**
 * Durable, exact matching of perceptual hashes: records in named banks, kept by Lucene in one folder.
 *
 * <pre>
 *   add, withdraw → HashIndex → RecordWriter → Lucene ─┬ postings   id
 *                      │                               ├ doc values id, bank, quality, kind
 *                      │                               └ hamming    hash   (org.hashaven.index.hamming)
 *   match, stats ──────┴──────→ RecordSearcher (records and banks of one instant)
 * </pre>
 *
 * A {@code WriterKeeper} puts a new {@code RecordWriter} in the place of one that the disk has stopped, and has an {@code Erasure} see to
 * it that withdrawn bits leave the disk in time.
 */
@NullMarked
package org.hashaven.index;

import org.jspecify.annotations.NullMarked;
