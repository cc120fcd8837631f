/**
 * HMA's HTTP API, path for path and shape for shape: one class for each family of paths. What differs, and why, is in docs/hma.md.
 */
@NullMarked
package org.hashaven.server.hma;

import org.jspecify.annotations.NullMarked;
