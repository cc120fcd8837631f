/**
 * Measurements of regions: what is found again of pictures that people did things to.
 *
 * <pre>
 *   RegionRecall   what people do to pictures against what regions find of them, all compared with all
 *   RegionRow      a line of its table
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.region;

import org.jspecify.annotations.NullMarked;
