/**
 * Figures and proofs of the index, every answer asserted.
 *
 * <pre>
 *   SearchBenchmark   JMH: one lookup among 100,000 and 1,000,000
 *   MillionRecords    adds, bytes, opening, lookups, edges of the radius, at full size
 *   DurableAdds       durable adds a second, many callers at once
 *   BulkLoad          from a file of hashes to an index
 *   VideoLookups      videos among a hundred thousand others, made by SyntheticVideos
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.search;

import org.jspecify.annotations.NullMarked;
