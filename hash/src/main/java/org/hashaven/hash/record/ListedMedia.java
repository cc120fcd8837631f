package org.hashaven.hash.record;

/** One photo or video of a list. */
public sealed interface ListedMedia {

	/** A photo, or a hash of which nothing else is known. */
	record Photo(HashRecord record) implements ListedMedia {
	}

	/** A video. */
	record Video(VideoRecord record) implements ListedMedia {
	}
}
