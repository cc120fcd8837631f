/**
 * Broken videos: what a hostile upload, a cut download or a dying disk hands to a video reader.
 *
 * <pre>
 *   SeedVideos ─┬→ Mutator ────────────────────────────────────────→ endless mutated files, one for every seed
 *               └→ BrokenMp4s, BrokenMatroskas, BrokenRiffs, BrokenStreams ┐
 *                  BrokenGifs, BrokenStrangers, Playlists ─────────────────┴→ BrokenVideos: a fixed list, each with a verdict
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.videos.broken;

import org.jspecify.annotations.NullMarked;
