/**
 * Fills what was put on a picture with what lies around it: rounded corners (Corners), even patches (Patches → MembraneInpainter), the time
 * that chats write (TimestampMask).
 */
@NullMarked
package org.hashaven.view.fill;

import org.jspecify.annotations.NullMarked;
