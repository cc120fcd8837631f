/**
 * Memory-mapped parts of segment files, shared by the vectors formats.
 *
 * <pre>
 *   IndexInput → MappedFile.part → MemorySegment → OrdinalDocuments, rows, tables
 * </pre>
 */
@NullMarked
package org.hashaven.index.mmap;

import org.jspecify.annotations.NullMarked;
