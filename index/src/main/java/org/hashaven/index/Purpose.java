package org.hashaven.index;

/** What a match in a bank means for the upload. */
public enum Purpose {
	/** A match is to be kept off the platform. */
	BLOCK,
	/** A match is known to be harmless: a meme, a logo, a black frame. */
	IGNORE,
	/**
	 * Its pictures are samples of what many innocent uploads look like: a form, a post, a frame. They are never a match, but what an upload
	 * shares with one of them in its regions is no evidence for any other. That weakens every bank, so only an operator's own pictures
	 * belong here.
	 */
	COMMON
}
