/**
 * What an upload shows within the frame of a listed picture, once regions have said where that lies.
 *
 * <pre>
 *   Placement → FrameAlignment → Frame → ViewMaker → hash
 *                     └→ ShownFrame → RegionHasher → regions
 * </pre>
 */
@NullMarked
package org.hashaven.view.align;

import org.jspecify.annotations.NullMarked;
