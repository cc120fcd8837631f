/** Sends events to another program, in order and until it acknowledges them. The only package that opens connections. */
@NullMarked
package org.hashaven.server.webhook;

import org.jspecify.annotations.NullMarked;
