package org.hashaven.samples.pictures;

import java.util.Locale;

/** What a generated picture shows. */
public enum PictureKind {
	/** An abstract photograph: landscape, street, portrait, room, still life or foliage, as the seed has it. */
	PHOTO,
	/** A photograph of next to nothing: fog, a wall, a night sky. PDQ's quality is low. */
	PLAIN,
	/** A photograph between two black bars, above and below or left and right. */
	LETTERBOXED,
	/** One grey value everywhere. */
	FLAT,
	/** A colour going evenly to another across the picture. */
	GRADIENT,
	/** Every sample for itself, 0..255. */
	NOISE,
	/** Light and dark squares. */
	CHECKERBOARD,
	/** Lines one pixel wide: upright, level or slanted. */
	STRIPES,
	/** Single bright pixels on black. */
	IMPULSES;

	/** The word for it in files. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The kind of this word.
	 *
	 * @throws IllegalArgumentException
	 *             when no kind has it
	 */
	public static PictureKind ofWord(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}
}
