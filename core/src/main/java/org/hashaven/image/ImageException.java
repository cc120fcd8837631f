package org.hashaven.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file could not be read as a picture. The message is one plain line that says why; it never holds the file's name or anything of its
 * content.
 */
public final class ImageException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why a picture could not be read. */
	public enum Reason {
		/** The content is none of the known formats. */
		UNKNOWN_FORMAT,
		/** The content ends too early or contradicts itself. */
		CORRUPT,
		/** More bytes than the limit. */
		TOO_MANY_BYTES,
		/** More pixels than the limit, or a side beyond it. */
		TOO_MANY_PIXELS,
		/** A known format in a variant no decoder here can read. */
		UNSUPPORTED
	}

	private final Reason reason;

	/** See {@link #format()}. */
	private final @Nullable String format;

	public ImageException(Reason reason, String message) {
		this(reason, message, null);
	}

	private ImageException(Reason reason, String message, @Nullable String format) {
		super(message);
		this.reason = reason;
		this.format = format;
	}

	/** A known format, or a known variant of one, that is not read here. */
	public static ImageException otherFormat(String name) {
		return new ImageException(Reason.UNSUPPORTED, name + " is not supported; save it as JPEG, PNG or MP4 first.", name);
	}

	/** The name of a known format or variant that is not read here; null where that is not why. */
	public @Nullable String format() {
		return format;
	}

	/** Why, for programs; {@link #getMessage()} says it for people. */
	public Reason reason() {
		return reason;
	}
}
