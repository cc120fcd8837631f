package org.hashaven.server.retro;

import java.util.OptionalInt;

/**
 * A remembered upload that shows what is newly listed.
 *
 * @param reference
 *            what its caller called it
 * @param at
 *            when it was uploaded, in seconds since 1970
 * @param distanceBits
 *            empty where two videos were compared
 */
record Sighting(String reference, long at, OptionalInt distanceBits) {
}
