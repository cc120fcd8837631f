/** Benchmarks of the hasher's stages, which only its own package can see. */
@NullMarked
package org.hashaven.pdq;

import org.jspecify.annotations.NullMarked;
