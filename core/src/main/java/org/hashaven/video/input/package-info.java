/**
 * Hostile bytes to frames: containers, animated pictures and the codecs behind them.
 *
 * <pre>
 *   file → FileInput → VideoFormat ─┬→ StreamFrames → Container → FrameDecoder     ─┐
 *                      GifScan      ├→ WebpFrames → FrameDecoder, AnimationCanvas  ─┼→ FrameSource
 *                      ApngScan     └→ ApngFrames → AnimationCanvas                ─┘  DisplayMatrix: what brings a frame upright
 * </pre>
 */
@NullMarked
package org.hashaven.video.input;

import org.jspecify.annotations.NullMarked;
