package org.hashaven.hash;

import java.util.Locale;

/** What a hash was made from. */
public enum MediaKind {
	/** A still picture. */
	PHOTO,
	/** One frame of a video. */
	FRAME;

	/** The word for it in files: {@code photo}, {@code frame}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The kind of this word.
	 *
	 * @throws IllegalArgumentException
	 *             when no kind has it
	 */
	public static MediaKind ofWord(String word) {
		for (MediaKind kind : values()) {
			if (kind.word().equals(word)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("a kind is photo or frame");
	}
}
