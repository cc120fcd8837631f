package org.hashaven.index;

/**
 * A stretch of a looked-up video and the stretch of the media that it shows.
 *
 * @param queryFromMs
 *            time of its first matching frame in the video looked up, from that video's first frame
 * @param queryToMs
 *            time of its last matching frame there, inclusive
 * @param mediaFromMs
 *            time of the earliest matching frame in the media, from that one's first frame
 * @param mediaToMs
 *            time of the latest matching frame there, inclusive
 */
public record MatchedSpan(int queryFromMs, int queryToMs, int mediaFromMs, int mediaToMs) {
}
