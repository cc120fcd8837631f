/**
 * Lookups of videos in one searcher.
 *
 * <pre>
 *   ViewsLookup ─▶ VideoLookup: FrameHits of every frame ─▶ HitGroups, media by media ─▶ SceneWeights
 *                                   └─▶ StoredVideo ─▶ VideoComparison ─▶ org.hashaven.index.alignment
 * </pre>
 */
@NullMarked
package org.hashaven.index.video;

import org.jspecify.annotations.NullMarked;
