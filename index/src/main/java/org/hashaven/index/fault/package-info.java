/**
 * What goes wrong while an index is read or written, as one {@link org.hashaven.index.IndexException} with a reason; faults of the caller's
 * own code pass by as they are, and an interrupted caller does no harm to the files.
 */
@NullMarked
package org.hashaven.index.fault;

import org.jspecify.annotations.NullMarked;
