/** Hashaven benchmarks. */
@NullMarked
package org.hashaven.benchmarks;

import org.jspecify.annotations.NullMarked;
