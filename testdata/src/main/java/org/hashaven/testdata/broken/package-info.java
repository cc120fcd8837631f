/**
 * Broken pictures: what a hostile upload, a cut download or a dying disk hands to a decoder.
 *
 * <pre>
 *   SeedPictures ──→ Mutator ───────→ endless mutated files, one for every seed
 *        └─────────→ BrokenPictures → a fixed list, each with the reason for which it must be refused
 *
 *   WatchedChildren: processes that open such files, watched for crashes and hangs
 * </pre>
 */
@NullMarked
package org.hashaven.testdata.broken;

import org.jspecify.annotations.NullMarked;
