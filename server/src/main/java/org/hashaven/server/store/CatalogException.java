package org.hashaven.server.store;

import java.io.IOException;

/** The catalog could not be read or written. The message is one plain line without anything that the catalog holds. */
public final class CatalogException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** The file cannot be made, opened or written. */
		DISK("the catalog cannot be written; what was acknowledged before is safe"),
		/** Its content is no catalog. */
		UNREADABLE("the catalog is damaged"),
		/** A newer version has changed its tables. */
		NEWER("the catalog was written by a newer version"),
		/** The service is stopping. */
		CLOSED("the service is stopping");

		private final String message;

		Reason(String message) {
			this.message = message;
		}
	}

	private final Reason reason;

	CatalogException(Reason reason) {
		super(reason.message);
		this.reason = reason;
	}

	/** SQLite's messages may quote values, so only their stack is kept. */
	CatalogException(Reason reason, Exception cause) {
		this(reason);
		setStackTrace(cause.getStackTrace());
	}

	/** Why, for programs; {@link #getMessage()} says it for people. */
	public Reason reason() {
		return reason;
	}
}
