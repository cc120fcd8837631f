/** What requests of ours to other programs have in common. */
@NullMarked
package org.hashaven.server.outbound;

import org.jspecify.annotations.NullMarked;
