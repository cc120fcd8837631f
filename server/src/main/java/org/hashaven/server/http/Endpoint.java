package org.hashaven.server.http;

import java.io.IOException;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

	/**
	 * Answers a request.
	 *
	 * @throws ApiException
	 *             to answer with an error
	 */
	Reply handle(Call call) throws IOException;
}
