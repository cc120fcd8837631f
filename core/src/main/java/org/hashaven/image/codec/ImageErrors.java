package org.hashaven.image.codec;

import org.hashaven.image.ImageException;

/** The two errors that every parser and codec reports: damage, and a variant that is not read here. */
public final class ImageErrors {

	private ImageErrors() {
	}

	/** The content ends too early or contradicts itself. */
	public static ImageException corrupt(String message) {
		return new ImageException(ImageException.Reason.CORRUPT, message);
	}

	/** A known format in a variant that no decoder here can read. */
	public static ImageException unsupported(String message) {
		return new ImageException(ImageException.Reason.UNSUPPORTED, message);
	}
}
