/**
 * Figures of the running service, taken by a client of its own on the same machine, every answer asserted.
 *
 * <pre>
 *   ServiceLoad   fills an index, then asks a running {@code haven serve} at a fixed rate: lookups, batches, uploads, a mixture
 *     OpenLoop    sends when it is time, whether the answer before has come or not, and counts from that time
 *     Wire        one kept-alive HTTP/1.1 connection, as thin as it can be: the client shares the service's cores
 *     Planted     hashes that are in the index, hashes near them, and hashes that are far from all
 *   HostileClients  sends a running service fuzzed requests, idle connections and slow ones, and holds the answers to what is safe
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.service;

import org.jspecify.annotations.NullMarked;
