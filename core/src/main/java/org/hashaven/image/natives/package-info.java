/**
 * OpenCV and FFmpeg: how their libraries are loaded, and how they decode one picture from memory to memory.
 *
 * <pre>
 *   JPEG, TIFF, WebP → OpenCvCodec → NativeStderr ──────────────┐
 *   HEVC, AV1, JPEG 2000 → FfmpegCodec → Av1Bitstream, YuvToRgb ┴→ NativeDecoders ← NativeFolder  fills the folder it loads from
 * </pre>
 */
@NullMarked
package org.hashaven.image.natives;

import org.jspecify.annotations.NullMarked;
