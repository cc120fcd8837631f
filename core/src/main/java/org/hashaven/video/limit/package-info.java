/**
 * What a video may cost: its size and work against the {@code VideoLimits} (CostCheck), its time and whether anyone still wants it
 * (StallWatchdog), and the errors that say so (VideoErrors).
 */
@NullMarked
package org.hashaven.video.limit;

import org.jspecify.annotations.NullMarked;
