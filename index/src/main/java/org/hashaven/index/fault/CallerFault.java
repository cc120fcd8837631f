package org.hashaven.index.fault;

import java.util.function.Supplier;

/**
 * Carries what a caller's own code threw during a lookup past {@link IndexErrors}, which takes every other failure while reading for damage
 * to the index: that a picture cannot be decoded says nothing about the index.
 */
public final class CallerFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private CallerFault(Throwable fault) {
		super(fault);
	}

	/** Runs code of the caller. */
	public static <T> T carrying(Supplier<T> callersCode) {
		try {
			return callersCode.get();
		} catch (RuntimeException | Error fault) {
			throw new CallerFault(fault);
		}
	}

	/** Throws what the caller's code threw, as it was. */
	public RuntimeException rethrow() {
		if (getCause() instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) getCause();
	}
}
