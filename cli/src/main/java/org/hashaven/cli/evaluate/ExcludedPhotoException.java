package org.hashaven.cli.evaluate;

import java.io.IOException;

/** A photograph cannot take part: measuring with it would say nothing. */
public final class ExcludedPhotoException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** One of its sides has fewer than {@value Photographs#LEAST_SIDE} pixels. */
		SMALL,
		/** Its quality is below what banks take. */
		PLAIN,
		/** It is a video. */
		VIDEO,
		/** It looks like one before it, as it is or turned: whoever finds one finds the other, and rightly so. */
		ALIKE
	}

	private final Reason reason;

	ExcludedPhotoException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	/** Why. */
	public Reason reason() {
		return reason;
	}
}
