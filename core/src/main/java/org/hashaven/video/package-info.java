/**
 * Videos to the hashes of their frames: the one place where hostile videos are opened.
 *
 * <pre>
 *   file → FileInput → Container → FrameDecoder → FramePicker → FrameHasher ───────→ FrameViews → VideoHash
 *          bytes, to    packets     frames:        which: by     BorderFinder: where   as they are,
 *          FFmpeg by    of the      FFmpeg's       time, at      64 × 64 luma, PDQ,    borders cut,
 *          callbacks    stream      codecs         new shots,    neighbours alike      mirrored, turned
 *                                                  if it moved   dropped
 *
 *   the caller's thread: as far as FramePicker            a second one: FrameHasher
 *
 *   façade ─┬→ input  ─┬→ luma ─→ limit → VideoException, VideoLimits, VideoOptions, VideoHash, VideoProgress
 *           └→ select ─┘
 * </pre>
 *
 * {@link FrameStreamHasher} takes frames that others have decoded, from FramePicker on.
 *
 * <p>
 * FFmpeg opens nothing by itself, neither file nor connection: the format is ours to tell ({@code VideoFormat}), the bytes are ours to
 * give, and what a file refers to outside itself stays closed.
 */
@NullMarked
package org.hashaven.video;

import org.jspecify.annotations.NullMarked;
