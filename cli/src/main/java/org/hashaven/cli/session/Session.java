package org.hashaven.cli.session;

import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.TextLayout;

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
public record Session(Console console, Messages texts, Workers workers) {

	/** A run that decodes nothing yet. */
	public Session(Console console, Messages texts) {
		this(console, texts, new Workers());
	}

	/** A message for the person: {@code haven: …}. */
	public void message(String key, Object... arguments) {
		say(texts.get(key, arguments));
	}

	/** Says a sentence: {@code haven: …}. On a terminal it is broken at its spaces; for a program it stays one line. */
	public void say(String sentence) {
		String message = "haven: " + sentence;
		console.message(console.terminal().errIsTerminal() ? TextLayout.block(message, console.terminal().columns(), 0) : message);
	}

	/** Says which input could not be used, and why; the others go on. */
	public void reportUnusable(String shown, Throwable why) {
		say(TextLayout.visible(shown) + ": " + ErrorMessages.of(why, texts));
	}
}
