/**
 * Side by side with others on the same hashes and queries, every answer compared row by row.
 *
 * <pre>
 *                HashFiles → hashes, queries, planted
 *                                │
 *   SideBySide ─ rounds ─┬→ HashavenRival     this library
 *        │               ├→ FaissRival ×3     Python, Faiss: flat, MultiHash 16x16/1 and 11x23/2
 *        │               └→ HnswRival         Lucene's own graph, scored by Hamming distance
 *        ▼
 *   Comparison (who missed what), Figures → rivals-….csv, rivals-….txt
 *                                               │
 *                                             Chart → SVG
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
