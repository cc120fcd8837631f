package org.hashaven.server.http;

/** How a route answers a request that failed. */
@FunctionalInterface
public interface ErrorForm {

	/** HMA's. */
	ErrorForm JSON = (call, status, message) -> Reply.error(status, message);

	/**
	 * Answers a request that failed.
	 *
	 * @param status
	 *            HTTP status of the failure
	 * @param message
	 *            one plain line without anything of the request
	 */
	Reply of(Call call, int status, String message);
}
