package org.hashaven.index;

import org.hashaven.index.hamming.SearchStats;

/**
 * What the lookup of a video had to do, for tuning and for explaining an answer.
 *
 * @param views
 *            ways in which the video was looked up, one after the other; all that follows is of all of them together
 * @param frames
 *            frames looked up
 * @param framesTooPlain
 *            frames passed over because their quality is too low
 * @param hits
 *            frames and photos within the radius of one of them, each time
 * @param framesCapped
 *            frames that had more hits than one frame may have, of which the rest was left out
 * @param commonScenes
 *            scenes that are in so many videos of a bank that they count for less there
 * @param aligned
 *            videos that had hits enough to be compared in time
 * @param search
 *            what the lookups of all frames had to do together
 */
public record VideoSearchStats(int views, int frames, int framesTooPlain, long hits, int framesCapped, int commonScenes, int aligned,
		SearchStats search) {

	/** No lookup. */
	static final VideoSearchStats NONE = new VideoSearchStats(0, 0, 0, 0, 0, 0, 0, SearchStats.NONE);

	VideoSearchStats plus(VideoSearchStats other) {
		return new VideoSearchStats(views + other.views, frames + other.frames, framesTooPlain + other.framesTooPlain, hits + other.hits,
				framesCapped + other.framesCapped, commonScenes + other.commonScenes, aligned + other.aligned,
				search.plus(other.search));
	}
}
