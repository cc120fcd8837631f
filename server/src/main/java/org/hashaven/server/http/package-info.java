/** HTTP: routes, keys, limits, JSON, uploads. Knows nothing of banks and hashes. */
@NullMarked
package org.hashaven.server.http;

import org.jspecify.annotations.NullMarked;
