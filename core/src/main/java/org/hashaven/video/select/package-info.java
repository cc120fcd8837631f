/**
 * Which of the decoded frames are hashed: by time, at new shots, and where the picture moves.
 *
 * <pre>
 *   frame, time by FrameClock → FrameSelector → FramePicker, ShotDetector → PickedFrame
 *                                     └ DeferredFrame  one that waits until it is known how long it is shown
 * </pre>
 */
@NullMarked
package org.hashaven.video.select;

import org.jspecify.annotations.NullMarked;
