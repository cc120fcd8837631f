package org.hashaven.server.hma;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of hash in HMA's words. */
enum SignalType {
	/** A photo's PDQ hash, 64 hexadecimal digits. */
	PDQ,
	/** The MD5 of a video's file, 32 hexadecimal digits. */
	VIDEO_MD5,
	/** A video's frames, see {@link VpdqText}. */
	VPDQ;

	/** Its name in URLs and JSON. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<SignalType> of(String word) {
		return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
	}
}
