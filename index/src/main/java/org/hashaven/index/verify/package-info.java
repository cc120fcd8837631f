/**
 * Holds an open index to its own rules: {@code Verifier} goes through the segments, {@code RecordCheck} through the records of one.
 */
@NullMarked
package org.hashaven.index.verify;

import org.jspecify.annotations.NullMarked;
