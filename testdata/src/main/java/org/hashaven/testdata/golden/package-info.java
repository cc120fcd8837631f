/**
 * Known right answers, each with where it comes from.
 *
 * <pre>
 *   pdq-golden.csv → GoldenPdq → GoldenRow ─┬→ picture()   (drawn again from kind, seed and size)
 *   (README.md: provenance)                 └→ quality, eight hashes of the C++ reference
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.golden;

import org.jspecify.annotations.NullMarked;
