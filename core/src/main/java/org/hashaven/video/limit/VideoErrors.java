package org.hashaven.video.limit;

import org.hashaven.video.VideoException;

/** The two errors that are reported in many places, each with its one text. */
public final class VideoErrors {

	private VideoErrors() {
	}

	/** Not one frame could be decoded. */
	public static VideoException damaged() {
		return new VideoException(VideoException.Reason.DAMAGED, "The video is damaged and cannot be decoded.");
	}

	/** The caller wants no more of it. */
	public static VideoException cancelled() {
		return new VideoException(VideoException.Reason.CANCELLED, "Reading the video was cancelled.");
	}
}
