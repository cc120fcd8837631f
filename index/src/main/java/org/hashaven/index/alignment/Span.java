package org.hashaven.index.alignment;

/**
 * A stretch of the query that runs as a stretch of the media does.
 *
 * @param pairs
 *            the pairs of frames it was found by, at least one, in the order of the query's frames
 * @param evidence
 *            its distinct scenes, by their rarity
 */
public record Span(Pairs pairs, double evidence) {
}
