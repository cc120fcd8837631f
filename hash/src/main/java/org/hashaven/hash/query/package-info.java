/**
 * What an upload asks an index: the hashes under which a photo or a video may be listed, each with the transform that leads to it.
 *
 * <pre>
 *   PhotoView     one hash of a photo, or of a part of it, or its regions
 *   RegionQuery   the regions of an upload, their bits ranked by reliability
 *   VideoView     the frames of a video under one transform
 * </pre>
 */
@NullMarked
package org.hashaven.hash.query;

import org.jspecify.annotations.NullMarked;
