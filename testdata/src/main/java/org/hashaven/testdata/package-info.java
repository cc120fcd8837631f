/** Hashaven testdata. */
@NullMarked
package org.hashaven.testdata;

import org.jspecify.annotations.NullMarked;
