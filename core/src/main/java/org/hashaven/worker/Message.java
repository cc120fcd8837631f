package org.hashaven.worker;

/**
 * The messages between a program and its worker. A message is one byte, its ordinal, followed by its values as {@link java.io.DataOutput}
 * encodes them.
 *
 * <pre>
 *   program                              worker
 *      │ ◀──────────────────────────────── HELLO sandbox                           once
 *      │ HASH options, size of the file ───▶                                       then for each file:
 *      │ ◀──────────────────────────────── READ position                           any number of times
 *      │ DATA bytes │ UNREADABLE ──────────▶
 *      │ ◀──────────────────────────────── PROGRESS share                          of a video
 *      │ GO_ON │ STOP ─────────────────────▶
 *      │ ◀──────────────────────────────── LOOKUP                                  of a photo, if asked for
 *      │   NEXT count ─────────────────────▶                                       any number of times, likewise:
 *      │   ◀─────────────────────────────── count times VIEW how, hash, quality │ REGIONS how; NO_MORE at the end
 *      │   QUERIES view ──────────────────▶                                       regions of a view
 *      │   ◀─────────────────────────────── QUERIES codes, weights, places
 *      │   SHOWN view, hash, placement ───▶                                       what the upload shows at a placement
 *      │   ◀─────────────────────────────── SHOWN hash
 *      │   LISTED shown ───────────────────▶                                       the regions that would be listed for it
 *      │   ◀─────────────────────────────── LISTED codes, places
 *      │ DONE ─────────────────────────────▶
 *      │ ◀──────────────────────────────── PHOTO … │ VIDEO … │ FAILED …            the result; FAILED may come at any time
 * </pre>
 */
enum Message {

	HELLO, HASH, READ, DATA, UNREADABLE, PROGRESS, GO_ON, STOP, LOOKUP, NEXT, VIEW, REGIONS, NO_MORE, QUERIES, SHOWN, LISTED, DONE, PHOTO, VIDEO, FAILED
}
