package org.hashaven.worker;

import java.io.IOException;

/** A message from the other side violates the protocol: that side is broken, or has been taken over. */
final class ProtocolException extends IOException {

	private static final long serialVersionUID = 1L;

	ProtocolException() {
		super("a message is malformed");
	}
}
