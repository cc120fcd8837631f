package org.hashaven.server.http;

/** A request that is answered with an error. The message goes to the client and holds no hash and nothing of a file. */
public final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int UNAVAILABLE = 503;

	private final int status;
	private final Refusal refusal;

	public ApiException(int status, String message) {
		this(status, message, Refusal.OTHER);
	}

	ApiException(int status, String message, Refusal refusal) {
		super(message, null, false, false);
		this.status = status;
		this.refusal = refusal;
	}

	/** 503. */
	public static ApiException unavailable(Refusal refusal, String message) {
		return new ApiException(UNAVAILABLE, message, refusal);
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

	Refusal refusal() {
		return refusal;
	}

	String text() {
		return String.valueOf(getMessage());
	}
}
