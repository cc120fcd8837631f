/**
 * The stages that make views: each undoes one thing that may have been done to a picture.
 *
 * <pre>
 *   EmbeddedPictureFinder  pictures inside it      ─┐
 *   OverlayRemover         letters and lines        ├→ ViewStage → ViewMaker → hash and quality
 *   CropExtrapolation      what a crop has cut off  │
 *   Deskew                 small turns             ─┘
 * </pre>
 */
@NullMarked
package org.hashaven.view.stage;

import org.jspecify.annotations.NullMarked;
