package org.hashaven.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of one run that have too little detail to be protected well, and the words that tell their owner what that means for her.
 */
final class PlainPictures {

	/** Below this PDQ's own authors, and the platforms that follow them, do not trust a hash. */
	static final int LOWEST_USEFUL_QUALITY = 50;

	private final List<Found> plain = new ArrayList<>();

	/** Keeps a picture in mind when it is too plain. */
	void note(Found found) {
		if (found.record().quality() < LOWEST_USEFUL_QUALITY) {
			plain.add(found);
		}
	}

	/** Says which they were, once, at the end, where it is read. */
	void explain(Session session) {
		if (plain.isEmpty()) {
			return;
		}
		Texts texts = session.texts();
		session.console().message("");
		session.console().message("haven: " + texts.count("plain.list", plain.size(), LOWEST_USEFUL_QUALITY));
		for (Found found : plain) {
			session.console().message("  " + texts.get("plain.item", Paragraph.visible(found.shown()), found.record().quality()));
		}
		session.console().message(Paragraph.wrap(texts.get("plain.meaning"), session.console().terminal().columns()));
		session.console().message(Paragraph.wrap(texts.get("plain.advice"), session.console().terminal().columns()));
	}
}
