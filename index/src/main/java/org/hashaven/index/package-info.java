/**
 * Durable, exact matching of perceptual hashes: photos and videos in named banks, kept by Lucene in one folder.
 *
 * <pre>
 *   add, withdraw → HashIndex → RecordWriter → Lucene ─┬ postings   id, video
 *                      │                               ├ doc values id, video, time, bank, quality, kind
 *                      │                               └ hamming    hash   (org.hashaven.index.hamming)
 *   stats, export ─────┼──────→ RecordSearcher (records and banks of one instant)
 *   match ─────────────┤
 *     a hash           ├──────→ Lookup: every record within the radius of its bank
 *     a photo's views  ├──────→ PhotoLookup: view by view, and regions that lie alike (org.hashaven.index.region)
 *     a video's views  └──────→ VideoLookup: every frame's hits, media by media, aligned in time (org.hashaven.index.video)
 * </pre>
 *
 * A {@code WriterSupervisor} puts a new {@code RecordWriter} in the place of one that the disk has stopped, and has an
 * {@code ErasureScheduler} see to it that withdrawn bits leave the disk in time.
 */
@NullMarked
package org.hashaven.index;

import org.jspecify.annotations.NullMarked;
