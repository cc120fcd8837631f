package org.hashaven.cli;

/**
 * One run of the program.
 *
 * @param console
 *            where results and messages go
 * @param texts
 *            the language they are in
 * @param workers
 *            what decodes photos and videos
 */
record Session(Console console, Texts texts, Workers workers) {

	/** A run that decodes nothing yet. */
	Session(Console console, Texts texts) {
		this(console, texts, new Workers());
	}

	/** A message for the person: {@code haven: …}. */
	void message(String key, Object... arguments) {
		console.message("haven: " + texts.get(key, arguments));
	}

	/** Says which input could not be used, and why; the others go on. */
	void reportUnusable(String shown, Throwable why) {
		console.message("haven: " + Paragraph.visible(shown) + ": " + Reasons.of(why, texts));
	}
}
