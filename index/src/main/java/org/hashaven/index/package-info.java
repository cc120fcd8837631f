/**
 * Durable, exact matching of perceptual hashes: records in named banks, kept by Lucene in one folder.
 *
 * <pre>
 *   add, withdraw → HashIndex → RecordWriter → Lucene ─┬ postings   id
 *                      │                               ├ doc values id, bank, quality, kind
 *                      │                               └ hamming    hash   (org.hashaven.index.hamming)
 *   match, stats ──────┴──────→ RecordSearcher (records and banks of one instant)
 * </pre>
 */
@NullMarked
package org.hashaven.index;

import org.jspecify.annotations.NullMarked;
