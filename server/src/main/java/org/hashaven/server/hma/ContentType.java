package org.hashaven.server.hma;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an upload is said to be: the name of its field in a form. */
enum ContentType {
	/** Hashed with PDQ. */
	PHOTO,
	/** Hashed with MD5 and vPDQ. */
	VIDEO;

	/** Its name in forms and JSON. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The kinds of hashes that can be made of it. */
	Set<SignalType> signalTypes() {
		return this == PHOTO ? Set.of(SignalType.PDQ) : Set.of(SignalType.VIDEO_MD5, SignalType.VPDQ);
	}

	static Optional<ContentType> of(String word) {
		return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
	}
}
