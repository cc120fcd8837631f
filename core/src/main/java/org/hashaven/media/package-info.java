/**
 * The façade over hashing: a file in, what is listed or looked up of it out.
 *
 * <pre>
 *   file ─ MediaHasher ─┬─ InProcessHasher ─┬─ ImageDecoder → PdqHasher, RegionHasher, PhotoViews → HashedMedia.Photo
 *                       │        ▲          └─ VideoHasher ───────────────────────────────────────→ HashedMedia.Video
 *                       └─ WorkerPool ┄┄┄┄┄┄ the same in other processes, see org.hashaven.worker
 * </pre>
 */
@NullMarked
package org.hashaven.media;

import org.jspecify.annotations.NullMarked;
