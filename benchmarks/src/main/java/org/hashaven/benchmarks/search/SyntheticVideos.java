package org.hashaven.benchmarks.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Videos of one picture a second, made anew from their numbers each time, so that none is kept. Every tenth begins with the same moving
 * title.
 *
 * @param seconds
 *            of each video, more than those of the title
 */
record SyntheticVideos(int seconds, long seed) {

	/** Every which video begins with the title. */
	static final int TITLED = 10;

	/** Seconds of the title. */
	static final int TITLE_SECONDS = 10;

	private static final int SECOND_MS = 1_000;
	private static final int QUALITY = 90;
	private static final int TITLE_NOISE_BITS = 8;

	/** The hashes of a video, second by second; of numbers never put into an index, strangers. */
	List<Hash256> hashes(long video) {
		// not a multiple of the generator's own step, by which its seeds would give the same numbers one after the other
		SplittableRandom random = new SplittableRandom(seed ^ video * 0xD1B5_4A32_D192_ED03L);
		SplittableRandom title = new SplittableRandom(seed);
		List<Hash256> hashes = new ArrayList<>(seconds);
		for (int second = 0; second < seconds; second++) {
			boolean titled = video % TITLED == 0 && second < TITLE_SECONDS;
			hashes.add(Queries.of(titled
					? HashPopulation.near(HashPopulation.uniform(title), random.nextInt(TITLE_NOISE_BITS), random)
					: HashPopulation.uniform(random)));
		}
		return hashes;
	}

	/** One frame a second of these hashes. */
	static List<FrameHash> frames(List<Hash256> hashes) {
		List<FrameHash> frames = new ArrayList<>(hashes.size());
		for (int second = 0; second < hashes.size(); second++) {
			frames.add(new FrameHash(second * SECOND_MS, hashes.get(second), QUALITY));
		}
		return frames;
	}

	/** A hash up to so many bits away. */
	static Hash256 distorted(Hash256 hash, int maxBits, SplittableRandom random) {
		long[] words = {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
		return Queries.of(HashPopulation.near(words, random.nextInt(maxBits + 1), random));
	}
}
