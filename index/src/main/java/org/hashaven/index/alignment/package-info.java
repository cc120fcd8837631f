/**
 * Which seconds of two videos are the same, from the pairs of their frames that look alike; pure functions on arrays that know nothing of
 * Lucene, records and banks.
 *
 * <pre>
 *   Frames (query) ─┐
 *   Frames (media) ─┼→ Alignment: for each speed, offsets → Evidence in a sliding window → best line → Span, and again
 *   Pairs ──────────┘
 *   weights ────────→ Evidence: distinct scenes of the query, each by its rarity, held against distinct scenes of the media
 * </pre>
 */
@NullMarked
package org.hashaven.index.alignment;

import org.jspecify.annotations.NullMarked;
