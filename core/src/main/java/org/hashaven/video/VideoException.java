package org.hashaven.video;

import java.io.IOException;

/**
 * A file could not be read as a video. The message is one plain line that says why; it never holds the file's name or anything of its
 * content.
 */
public final class VideoException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why a video could not be read. */
	public enum Reason {
		/** The content is none of the known formats; playlists and lists of other files among them. */
		NOT_A_VIDEO,
		/** There are no moving pictures in the file, sound at most. */
		NO_PICTURES,
		/** The content ends too early or contradicts itself, and not one frame could be decoded. */
		DAMAGED,
		/** More pixels in a frame than the limit, or a side beyond it. */
		TOO_MANY_PIXELS,
		/** A known format in a variant no decoder here can read. */
		UNSUPPORTED,
		/** The content is locked. */
		ENCRYPTED,
		/** Nothing came of it for the time of the limit, or more work than the limit, before the first frame. */
		TOO_SLOW,
		/** The caller wanted no more of it. */
		CANCELLED
	}

	private final Reason reason;

	public VideoException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Why, for programs; {@link #getMessage()} says it for people. */
	public Reason reason() {
		return reason;
	}
}
