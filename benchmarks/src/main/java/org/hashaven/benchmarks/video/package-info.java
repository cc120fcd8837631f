/**
 * Measurements of videos: what is found again, how fast they are hashed, in how much memory, and what broken ones can do.
 *
 * <pre>
 *   VideoRecall   what people do to videos against what the index finds of them
 *   VideoSpeed    seconds of video hashed in a second, beside the reference's program
 *   VideoMemory   the most memory that hashing hours of video takes, in a VideoMemoryChild
 *   VideoFuzz     broken and mutated videos, in a VideoFuzzChild that is watched
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.video;

import org.jspecify.annotations.NullMarked;
