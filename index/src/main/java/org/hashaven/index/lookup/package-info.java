/**
 * Lookups of hashes and photos in one searcher, by the rules of the banks.
 *
 * <pre>
 *   Lookup       one hash: every record within the radius of its bank
 *   PhotoSearch ─▶ PhotoLookup ─┬─ Lookup, view by view
 *                               └─ RegionLookup ─▶ org.hashaven.index.regioncode (near ones) ─▶ .region (do they lie alike?)
 *                                      └─ UnlikeUploads (records that match what is unlike each other are held back)
 * </pre>
 */
@NullMarked
package org.hashaven.index.lookup;

import org.jspecify.annotations.NullMarked;
