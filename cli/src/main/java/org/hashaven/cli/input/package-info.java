/**
 * From what stands on the command line to hashes.
 *
 * <pre>
 *   names → InputFinder → Input ─┬─ file → FileHasher (in a worker process) ─┬→ HashedInput → the command's sink
 *                                └─ list → HashListReader ───────────────────┘
 *   InputRunner drives it on all cores and keeps the order; what could not be used is named and the rest goes on.
 * </pre>
 */
@NullMarked
package org.hashaven.cli.input;

import org.jspecify.annotations.NullMarked;
