/**
 * The service's own API under {@code /v1}: typed answers with a decision, a reason and how a match was found.
 */
@NullMarked
package org.hashaven.server.v1;

import org.jspecify.annotations.NullMarked;
