package org.hashaven.hash.query;

import java.util.List;
import java.util.Locale;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Symmetry;
import org.hashaven.hash.record.VideoRecord;

/**
 * A video that is looked up, seen in one way: an upload may be a copy that was mirrored, turned, cropped or put between borders, and each
 * way of undoing that gives other hashes.
 *
 * @param how
 *            what was done to its pictures before they were hashed
 * @param frames
 *            the frames in the order of their times, 1..{@value VideoRecord#MAX_FRAMES}
 */
public record VideoView(Transform how, List<FrameHash> frames) {

	/**
	 * What was done to the pictures of a video before they were hashed.
	 *
	 * @param turning
	 *            how they were mirrored or turned
	 * @param edges
	 *            what was done at their edges
	 */
	public record Transform(Turning turning, Edges edges) {

		/** Nothing. */
		public static final Transform AS_IS = new Transform(Turning.NONE, Edges.AS_THEY_ARE);

		/** The words for it in files, parted by blanks; none for a video as it is. */
		public String words() {
			String turned = turning == Turning.NONE ? "" : turning.name().toLowerCase(Locale.ROOT).replace('_', '-');
			return (turned + switch (edges) {
				case AS_THEY_ARE -> "";
				case BORDERS_CUT -> " borders-cut";
				case EXTENDED -> " edges-extended";
			}).strip();
		}
	}

	/** What is done at the edges of pictures: even borders cut off, or what a crop may have cut off filled in with the outermost pixels. */
	public enum Edges {
		AS_THEY_ARE, BORDERS_CUT, EXTENDED
	}

	/** How pictures are mirrored or turned; a quarter turn to either side is one. */
	public enum Turning {
		NONE, MIRRORED, UPSIDE_DOWN, QUARTER_TURN, MIRRORED_UPSIDE_DOWN, MIRRORED_QUARTER_TURN;

		/** What a symmetry does, in these words. */
		public static Turning of(Symmetry symmetry) {
			return switch (symmetry) {
				case IDENTITY -> NONE;
				case FLIP_HORIZONTAL -> MIRRORED;
				case ROTATE_180 -> UPSIDE_DOWN;
				case ROTATE_LEFT, ROTATE_RIGHT -> QUARTER_TURN;
				case FLIP_VERTICAL -> MIRRORED_UPSIDE_DOWN;
				case TRANSPOSE, TRANSVERSE -> MIRRORED_QUARTER_TURN;
			};
		}
	}

	/**
	 * Takes a copy of the list.
	 *
	 * @throws IllegalArgumentException
	 *             when number or order of the frames are out of their limits
	 */
	public VideoView {
		frames = List.copyOf(frames);
		VideoRecord.requireFrames(frames);
	}

	/** A video as it is. */
	public static VideoView asIs(List<FrameHash> frames) {
		return new VideoView(Transform.AS_IS, frames);
	}

	/** How it is seen; neither hashes nor times. */
	@Override
	public String toString() {
		return "VideoView[" + how + "]";
	}
}
