package org.hashaven.samples.distortions;

import java.util.Locale;

/** Distortions of one sort: a few fixed ones, the milder first, and as many more as one likes, drawn from seeds. */
public enum Family {
	/** File formats that lose detail. */
	FILES,
	/** Smaller, larger, squeezed. */
	SIZES,
	/** Brightness, contrast, colours. */
	TONES,
	/** Filters of photo apps. */
	FILTERS,
	/** Blur, sharpening, noise. */
	DETAILS,
	/** Watermarks, text and logos over the picture. */
	TEXTS,
	/** Stickers, emoji, scribbles. */
	STICKERS,
	/** Parts made unrecognisable. */
	MOSAICS,
	/** Borders, bars and captions around the picture. */
	BORDERS,
	/** Screenshots of gallery apps, pages and posts. */
	SCREENSHOTS,
	/** Screenshots of chats. */
	CHATS,
	/** Frames of stories. */
	STORIES,
	/** Together with other pictures. */
	COLLAGES,
	/** Cut off all around, or to a window. */
	CROPS,
	/** Cut off at one side or two, or to another shape. */
	SIDE_CROPS,
	/** Quarter turns, mirrored, inverted: nothing is lost. */
	TURNS,
	/** Turned by a few degrees. */
	TILTS,
	/** At an angle or through a lens. */
	BENDS,
	/** Photographs of a screen. */
	SCREEN_PHOTOS,
	/** Several of these one after the other. */
	MIXTURES;

	/** Its name in small letters, as {@code side-crops}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
