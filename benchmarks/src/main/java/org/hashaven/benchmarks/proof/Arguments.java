package org.hashaven.benchmarks.proof;

import java.util.List;

/** The numbers on a proof's command line, each with a value when it is not given; the last is always the seed. */
final class Arguments {

	private final List<String> given;
	private int next;

	Arguments(String[] given) {
		this.given = List.of(given);
	}

	int next(int otherwise) {
		return next < given.size() ? Integer.parseInt(given.get(next++)) : otherwise;
	}

	/** The seed; a fresh one when none is given, and printed in any case. */
	long seed() {
		long seed = next < given.size() ? Long.parseLong(given.get(next++)) : System.nanoTime();
		System.out.println("arguments " + String.join(" ", given) + ", seed " + seed);
		return seed;
	}
}
