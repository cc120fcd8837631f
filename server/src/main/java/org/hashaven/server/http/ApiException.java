package org.hashaven.server.http;

/** A request that is answered with an error. The message goes to the client and holds no hash and nothing of a file. */
public final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	public ApiException(int status, String message) {
		super(message, null, false, false);
		this.status = status;
	}

	/** 400. */
	public static ApiException badRequest(String message) {
		return new ApiException(400, message);
	}

	/** 404. */
	public static ApiException notFound(String message) {
		return new ApiException(404, message);
	}

	int status() {
		return status;
	}

	String text() {
		return String.valueOf(getMessage());
	}
}
