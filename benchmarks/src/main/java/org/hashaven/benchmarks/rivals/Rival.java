package org.hashaven.benchmarks.rivals;

import java.io.Closeable;
import java.io.IOException;

/** An index that takes part in the comparison. */
interface Rival extends Closeable {

	/** The radius of every lookup, in bits, inclusive. */
	int RADIUS = 31;

	/** Its name in tables and files. */
	String name();

	/** Builds its index of all hashes and says what that took. */
	void build(Figures figures) throws IOException;

	/** Answers the queries from one number to before another, one at a time on one thread, until they or the seconds are over. */
	Asked ask(int from, int to, double seconds) throws IOException;

	/** Answers all these queries as fast as it can on all cores. */
	Asked askTogether(int from, int to) throws IOException;
}
