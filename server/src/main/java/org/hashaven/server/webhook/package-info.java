/** Tells another program what happened, in its own time and until it says that it knows. The only package that opens connections. */
@NullMarked
package org.hashaven.server.webhook;

import org.jspecify.annotations.NullMarked;
