package org.hashaven.index;

import org.hashaven.index.hamming.SearchStats;

/**
 * What a lookup had to do, for tuning and for explaining an answer.
 *
 * @param hashes
 *            hashes looked up, each once for each view; regions are hashes too
 * @param search
 *            what their lookups had to do together; those of regions are not counted
 * @param video
 *            what a video had to do besides; {@link VideoWork#NONE} for a hash or a photo
 */
public record LookupStats(int hashes, SearchStats search, VideoWork video) {

	/** No lookup. */
	public static final LookupStats NONE = new LookupStats(0, SearchStats.NONE, VideoWork.NONE);

	/** Of hashes or of a photo. */
	public static LookupStats of(int hashes, SearchStats search) {
		return new LookupStats(hashes, search, VideoWork.NONE);
	}

	/** What both had to do. */
	public LookupStats plus(LookupStats other) {
		return new LookupStats(hashes + other.hashes, search.plus(other.search), video.plus(other.video));
	}

	/**
	 * What the lookup of a video had to do besides, in all its views together.
	 *
	 * @param views
	 *            ways in which the video was looked up, one after the other
	 * @param framesTooPlain
	 *            frames passed over because their quality is too low
	 * @param hits
	 *            frames and photos within the radius of a frame, each time
	 * @param framesCapped
	 *            frames that had more hits than one frame may have, of which the rest was left out
	 * @param commonScenes
	 *            scenes that are in so many videos of a bank that they count for less there
	 * @param aligned
	 *            videos that had hits enough to be compared in time
	 */
	public record VideoWork(int views, int framesTooPlain, long hits, int framesCapped, int commonScenes, int aligned) {

		/** No video. */
		public static final VideoWork NONE = new VideoWork(0, 0, 0, 0, 0, 0);

		private VideoWork plus(VideoWork other) {
			return new VideoWork(views + other.views, framesTooPlain + other.framesTooPlain, hits + other.hits,
					framesCapped + other.framesCapped, commonScenes + other.commonScenes, aligned + other.aligned);
		}
	}
}
