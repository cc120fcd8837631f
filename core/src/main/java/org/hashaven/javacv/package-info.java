/**
 * For programs that use JavaCV: hashes of a {@code Mat} or {@code Frame} in hand, and of what a {@code FrameGrabber} delivers.
 *
 * <pre>
 *   Mat, Frame ──→ PackedPixels ──┬→ JavaCvImages → RgbImage → PdqHasher                      pictures
 *                                 └→ FrameView ──┐
 *   FrameGrabber → GrabberHasher ────────────────┴→ FrameStreamHasher → FrameHash, VideoHash  videos, streams
 * </pre>
 *
 * Optional: the program brings {@code org.bytedeco:javacv} itself, and nothing else here depends on it. Grabbers decode in the program's
 * own process, without a sandbox, without limits, and with all of FFmpeg's demuxers and network protocols. They are for sources that the
 * program trusts, such as its own cameras. Files of strangers go through {@link org.hashaven.worker.WorkerPool}.
 */
@NullMarked
package org.hashaven.javacv;

import org.jspecify.annotations.NullMarked;
