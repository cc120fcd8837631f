package org.hashaven.index;

import java.util.List;
import org.hashaven.hash.query.VideoView;

/**
 * A video or a photo of which a looked-up video shows something.
 *
 * @param id
 *            its id
 * @param bank
 *            the name of its bank
 * @param purpose
 *            what a match in this bank means
 * @param reason
 *            what the two have in common
 * @param spans
 *            the stretches that match, at least one, in the order of their times in the video looked up
 * @param queryShare
 *            share of the looked-up video's frames that match, 0..1; frames too plain to count are left out
 * @param mediaShare
 *            share of the media's frames that match, 0..1; frames too plain to count are left out
 * @param how
 *            what was done to the looked-up video's pictures to find it
 * @param score
 *            the evidence: number of different scenes that match in step, those that are in many videos counting for less
 */
public record VideoMatch(String id, String bank, Purpose purpose, Reason reason, VideoView.Transform how, List<MatchedSpan> spans,
		double queryShare, double mediaShare, double score) implements Match {

	/** What a looked-up video and a media have in common. */
	public enum Reason {
		/** Nearly all the time of both. */
		WHOLE,
		/** Nearly all the time of the looked-up video: it was cut from the media. */
		CUT_FROM,
		/** Nearly all the time of the media: the looked-up video shows it among other things. */
		CONTAINS,
		/** Parts of both. */
		PART,
		/** A picture: one of the two videos has no more than two scenes, and one of them is in the other video. */
		STILL,
		/** A picture: the media is a photo, or a frame of which no video is known. Its span in the media is empty. */
		PHOTO
	}

	/** Takes a copy of the list. */
	public VideoMatch {
		spans = List.copyOf(spans);
	}
}
