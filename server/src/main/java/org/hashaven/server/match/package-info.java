/** Lookups: hashes and uploads in, matches by bank out. Only {@link org.hashaven.server.match.IndexGateway} calls the index. */
@NullMarked
package org.hashaven.server.match;

import org.jspecify.annotations.NullMarked;
