/**
 * What people do to a picture before they post it again, and the files they post.
 *
 * <pre>
 *   Family ─→ Distortions.catalogue(family)      fixed, round parameters   (Catalogue)
 *         └─→ Distortions.drawn(family, seed)    any parameters            (ParameterSpace)
 *                        │
 *   Picture, seed ─→ Distortion.apply ─→ Picture
 *      files, sizes      Recoded, Scaled, Reshaped             ┐
 *      tones, filters    Tone, Tint, Filter                    │
 *      details           Focus, MotionBlur, Noise                   │
 *      texts, stickers   Lettering, TiledMark, Meme, Marks,    ├─ Mats → OpenCV
 *                        Sticker, Emoji, Mosaic                │
 *      borders           Framed, Mounted, Backing, CaptionBar  │
 *      screens           Screenshot, Viewer, WebPage, FeedPost,│
 *                        Chat, Story on a Screen, ScreenPhoto  │  Sheet draws, Fit fits
 *      collages          Collage, Tiles                        │
 *      cuts, turns       Crop, CropAnywhere, Turned, Tilted,   │
 *                        PerspectiveWarp, Lens                          │
 *      mixtures          Chain                                 ┘
 *
 *   Picture ⇄ Encoded ⇄ JPEG, PNG, WebP, BMP, TIFF, GIF bytes
 * </pre>
 */
@NullMarked
package org.hashaven.samples.distortions;

import org.jspecify.annotations.NullMarked;
