/** A service that follows another: what the primary hands out, and how a replica takes it over. */
@NullMarked
package org.hashaven.server.replica;

import org.jspecify.annotations.NullMarked;
