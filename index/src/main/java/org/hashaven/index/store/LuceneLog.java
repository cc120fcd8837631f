package org.hashaven.index.store;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Lucene's advice to developers (which modules would make it faster) off a user's terminal. */
public final class LuceneLog {

	// Held here, because the logging system forgets a logger's level with the logger.
	private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

	private LuceneLog() {
	}

	/** Lets only severe messages through, unless the program has set a level of its own. */
	public static void quieten() {
		if (LUCENE.getLevel() == null) {
			LUCENE.setLevel(Level.SEVERE);
		}
	}
}
