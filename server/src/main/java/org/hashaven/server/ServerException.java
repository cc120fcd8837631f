package org.hashaven.server;

import java.io.IOException;

/** A service could not start. */
public final class ServerException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** The host is not this computer alone, and there is no key. */
		KEY_NEEDED,
		/** Another program listens on the port, or it may not be used. */
		PORT_TAKEN,
		/** Certificate or key cannot be read, or do not belong together. */
		TLS,
		/** There is no such host. */
		UNKNOWN_HOST
	}

	private final Reason reason;

	ServerException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	/** Why. */
	public Reason reason() {
		return reason;
	}
}
