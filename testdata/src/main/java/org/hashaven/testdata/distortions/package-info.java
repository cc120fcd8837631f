/**
 * What people do to a picture before they post it again, and the files they post.
 *
 * <pre>
 *   Distortions.catalogue() → Distortion.apply(Picture, seed) → Picture
 *      files     Recoded                      ┐
 *      sizes     Scaled                       │
 *      tones     Tone, Tint                   │
 *      details   Focus, Noise                 ├─ Mats → OpenCV
 *      overlays  Lettering, Sticker, Mosaic   │
 *      frames    Framed, CaptionBar, Screenshot, Collage
 *      cuts      Crop                         │
 *      turns     Turned, Tilted, Leaned, Chain┘
 *
 *   Picture ⇄ Encoded ⇄ JPEG, PNG, WebP, BMP, TIFF, GIF bytes
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.distortions;

import org.jspecify.annotations.NullMarked;
