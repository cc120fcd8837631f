/**
 * Populations of 256-bit hashes and the slow oracle that searches them; plain words, so that every module can use them.
 *
 * <pre>
 *   seed → HashPopulation (four columns of words) ─┬→ the index under test → its answer ─┐
 *                └ near(row, distance) = query ────┴→ NaiveHamming → the right answer ───┴→ equal?
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.hashes;

import org.jspecify.annotations.NullMarked;
