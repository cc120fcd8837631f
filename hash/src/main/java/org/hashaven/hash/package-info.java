/**
 * Hashes and what describes them: immutable values without natives, files or an index. Imports nothing else of ours.
 *
 * <pre>
 *   Hash256, Md5, Quality, MediaKind       what a photo or a file is known by
 *   FrameHash                              a frame of a video at its time
 *   Region, RegionGeometry, RegionSet         parts of a photo that find its crops
 *   HashFormatException, ListFault         a text that is none of these, and where
 * </pre>
 */
@NullMarked
package org.hashaven.hash;

import org.jspecify.annotations.NullMarked;
