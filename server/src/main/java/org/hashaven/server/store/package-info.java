/**
 * The catalog: what the service keeps beside the index. A small SQLite database with numeric content ids, notes, metadata, video MD5s,
 * keys, the change log and the audit trail. It never holds a perceptual hash.
 */
@NullMarked
package org.hashaven.server.store;

import org.jspecify.annotations.NullMarked;
