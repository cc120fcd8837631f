package org.hashaven.cli.evaluate;

import java.util.Set;

/**
 * What to measure.
 *
 * @param strangers
 *            generated pictures on the list beside the photographs
 * @param drawn
 *            distortions of each family with parameters drawn anew for each photograph, besides the fixed ones
 * @param sample
 *            most photographs to distort, all being listed; chosen evenly
 * @param seed
 *            of everything that is left to chance
 * @param only
 *            words of families or names of distortions; empty for all
 */
public record Settings(int strangers, int drawn, int sample, long seed, Set<String> only) {

	public Settings {
		only = Set.copyOf(only);
	}
}
