package org.hashaven.worker;

import java.io.IOException;

/**
 * A worker process could not hash a file, for a reason that in-process hashing does not have. The message is one plain line without the
 * file's name or content.
 */
public final class WorkerException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** Two workers died that had no file but this. */
		CRASHED,
		/** The file took more time than its {@link Budget}. */
		TOO_SLOW,
		/** The file took more memory than its budget. */
		MEMORY,
		/** A bug; the message is the name of the exception. */
		FAULT,
		/** No worker could be started. */
		NO_WORKER
	}

	private final Reason reason;

	WorkerException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Why, for programs; {@link #getMessage()} says it for people. */
	public Reason reason() {
		return reason;
	}
}
