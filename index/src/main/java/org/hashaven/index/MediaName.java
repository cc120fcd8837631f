package org.hashaven.index;

/**
 * What names a photo or a video: the same id in another bank is another one.
 *
 * @param bank
 *            the name of its bank
 * @param id
 *            its id in that bank
 */
record MediaName(String bank, String id) {
}
