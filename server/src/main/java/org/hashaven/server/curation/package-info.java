/**
 * Changes: contents added and withdrawn, banks made and deleted, each in the index and in the catalog, in an order that survives a kill.
 */
@NullMarked
package org.hashaven.server.curation;

import org.jspecify.annotations.NullMarked;
