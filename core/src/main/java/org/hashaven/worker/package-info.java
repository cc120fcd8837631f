/**
 * Hashing in sandboxed worker processes: decoders are a million lines of C that parse hostile files.
 *
 * <pre>
 *                         program │ worker: no files, no network, no processes
 *   WorkerPool → WorkerProcess ───┼──── Worker → Sandbox → linux: Seccomp, Landlock
 *       │             │           │        │
 *       │         HashCall ◀─── Wire ──▶ answer → InProcessHasher
 *    Budget           │           │        │
 *              RemoteViews ◀─ Message ─▶ ServedLookup
 *               ByteSource  ◀─ Values  ─▶ RemoteSource
 * </pre>
 */
@NullMarked
package org.hashaven.worker;

import org.jspecify.annotations.NullMarked;
