package org.hashaven.worker;

import java.io.IOException;

/** A worker has died or violated the protocol. */
final class BrokenWorkerException extends IOException {

	private static final long serialVersionUID = 1L;

	BrokenWorkerException(Exception cause) {
		super("the worker is broken", cause);
	}
}
