/**
 * Slow oracles: the plainest code that is right, against which every fast kernel is held.
 *
 * <pre>
 *   pixels → NaivePdq → 256 bits, quality      (the C++ reference, step by step)
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.oracles;

import org.jspecify.annotations.NullMarked;
