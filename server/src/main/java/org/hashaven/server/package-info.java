/**
 * The platform's service: {@code haven serve DIR}.
 *
 * <pre>
 *   HTTP ─ .http   limits, keys, JSON, uploads
 *            │
 *          .hma    HMA's paths and shapes ─┬─ .match     lookups           ─ index, matcher
 *                                          └─ .curation  adds, withdrawals ─┬ index      hashes: the system of record
 *                                                                           └ .store     catalog: ids, notes, keys, audit; no hash
 * </pre>
 */
@NullMarked
package org.hashaven.server;

import org.jspecify.annotations.NullMarked;
