package org.hashaven.server.retro;

import java.time.Instant;

/** The id of a remembered upload in its index: {@code seconds-number-reference}. */
final class RecentId {

	private RecentId() {
	}

	static String of(Instant at, long number, String reference) {
		return at.getEpochSecond() + "-" + Long.toHexString(number) + "-" + reference;
	}

	static Instant at(String id) {
		return Instant.ofEpochSecond(Long.parseLong(id.substring(0, id.indexOf('-'))));
	}

	static String reference(String id) {
		return id.substring(id.indexOf('-', id.indexOf('-') + 1) + 1);
	}
}
