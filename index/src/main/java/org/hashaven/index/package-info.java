/** Hashaven index. */
@NullMarked
package org.hashaven.index;

import org.jspecify.annotations.NullMarked;
