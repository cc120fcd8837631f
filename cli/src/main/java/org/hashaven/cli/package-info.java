/** Hashaven cli. */
@NullMarked
package org.hashaven.cli;

import org.jspecify.annotations.NullMarked;
