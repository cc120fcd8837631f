/**
 * Test videos: moving pictures made up from a seed, what people do to videos, and the files they are in.
 *
 * <pre>
 *   Clips → GeneratedClip ← Scene: CameraMove, Walk, Card
 *              │
 *              ▼
 *        MovingPicture ──→ Montage: cut, joined, faster, drawn on … ──→ VideoFile ← VideoSettings = Container + VideoCodec + …
 *              ▲                        ▲                                 │  PictureEncoder, SoundEncoder → Muxer → FFmpeg
 *        DecodedVideo            VideoDistortion(s)                       ▼
 *              ▲                                                        a file
 *              └──────────────────────────────────────────────────────────┘     VideoSamples: one of every kind, made once a run
 * </pre>
 */
@NullMarked
package org.hashaven.samples.videos;

import org.jspecify.annotations.NullMarked;
