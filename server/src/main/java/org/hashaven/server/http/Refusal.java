package org.hashaven.server.http;

/** Why a request was refused with 429 or 503, for the metrics. */
public enum Refusal {
	/** Too many uploads at a time. */
	PLACES,
	/** Too many bytes of uploads at a time. */
	MEMORY,
	/** The index cannot be read or written. */
	INDEX,
	/** The catalog cannot be read or written. */
	CATALOG,
	/** Decoders cannot be started. */
	DECODERS,
	/** Too many requests with one key. */
	RATE,
	/** Another reason. */
	OTHER
}
