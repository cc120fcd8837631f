/**
 * The upload path: what a platform calls for each photo and video that is uploaded.
 *
 * <pre>
 *   file ─ UploadMatcher ─┬─ MediaHasher   decodes and hashes, in a worker process or in this one     (core)
 *                         │     │ views, made one by one while the pixels are there
 *                         │     ▼
 *                         ├─ HashIndex     looks each view up, until one is to be blocked, or the frames of a video    (index)
 *                         └→ UploadMatch   matches with how they were found; undecided or not
 * </pre>
 *
 * What goes wrong with the file is an exception of core and says nothing about the index; what goes wrong with the index is an
 * {@link org.hashaven.index.IndexException} and says nothing about the file.
 */
@NullMarked
package org.hashaven.matcher;

import org.jspecify.annotations.NullMarked;
