/**
 * Retroactive matching: recent uploads are remembered for some days, as hashes, and what is newly listed is looked up among them.
 *
 * <pre>
 *   RecentUploads ← Judge        remembers uploads that nothing blocks
 *   RecentUploads ← Follower     looks each newly listed record up, and writes what it finds to the catalog's events
 * </pre>
 */
@NullMarked
package org.hashaven.server.retro;

import org.jspecify.annotations.NullMarked;
