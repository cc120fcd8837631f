package org.hashaven.index;

/** What a match in a bank means to whoever asked. */
public enum Purpose {
	/** A match is to be kept off the platform. */
	BLOCK,
	/** A match is known to be harmless: a meme, a logo, a black frame. */
	IGNORE
}
