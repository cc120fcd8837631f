/**
 * The index's folder, and what is written to it: one writer, commits shared by those who come together, erasure on time.
 *
 * <pre>
 *   OpenIndex ─┬─ IndexFolder (files, lock, permissions)
 *              └─ WriterSupervisor ─▶ RecordWriter ─▶ ChangeQueue ─▶ ChangeGroup ─▶ one commit for all that wait
 *                     └─ ErasureScheduler ─▶ SegmentErasing
 * </pre>
 */
@NullMarked
package org.hashaven.index.store;

import org.jspecify.annotations.NullMarked;
