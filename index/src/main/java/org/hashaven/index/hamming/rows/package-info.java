/**
 * The hashes of a segment, one a row, as they lie in memory and on disk, and their plain scan.
 *
 * <pre>
 *   HashSequence (as they come) → RowStore → Rows (mapped) → RowScan ─→ RowSink: RangeHits
 *                                   RowGroups: which documents share a row; Parity: which distances can occur
 * </pre>
 */
@NullMarked
package org.hashaven.index.hamming.rows;

import org.jspecify.annotations.NullMarked;
