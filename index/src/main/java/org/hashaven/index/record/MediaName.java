package org.hashaven.index.record;

/**
 * What names a photo or a video: the same id in another bank is another one.
 *
 * @param bank
 *            the name of its bank
 * @param id
 *            its id in that bank
 */
public record MediaName(String bank, String id) {
}
