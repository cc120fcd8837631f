/** Sends events to another program, in order and until it acknowledges them. Beside it only {@code replica} opens connections. */
@NullMarked
package org.hashaven.server.webhook;

import org.jspecify.annotations.NullMarked;
