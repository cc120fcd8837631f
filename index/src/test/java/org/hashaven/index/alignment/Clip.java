package org.hashaven.index.alignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.testdata.hashes.HashPopulation;

/** A generated video as hashes: one picture a second, and what people do to videos. Immutable. */
public final class Clip {

	private static final int SECOND_MS = 1_000;
	private static final int QUALITY = 90;

	private final List<Hash256> seconds;
	private final RandomGenerator random;

	private Clip(List<Hash256> seconds, RandomGenerator random) {
		this.seconds = seconds;
		this.random = random;
	}

	/** So many pictures that have nothing to do with each other. */
	public static Clip cuts(int seconds, RandomGenerator random) {
		return new Clip(IntStream.range(0, seconds).mapToObj(i -> of(HashPopulation.uniform(random))).toList(), random);
	}

	/** A camera that stands still: so many seconds of one picture. */
	public static Clip still(int seconds, RandomGenerator random) {
		return new Clip(Collections.nCopies(seconds, of(HashPopulation.uniform(random))), random);
	}

	/** Takes of some seconds each in which the picture moves by so many bits a second. */
	public static Clip takes(int seconds, int bitsASecond, RandomGenerator random) {
		List<Hash256> all = new ArrayList<>();
		long[] picture = HashPopulation.uniform(random);
		int left = 0;
		for (int second = 0; second < seconds; second++) {
			if (left == 0) {
				left = 2 + random.nextInt(8);
				picture = HashPopulation.uniform(random);
			}
			all.add(of(picture));
			picture = HashPopulation.near(picture, bitsASecond, random);
			left--;
		}
		return new Clip(all, random);
	}

	private static Hash256 of(long[] words) {
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}

	public int seconds() {
		return seconds.size();
	}

	public Hash256 hash(int second) {
		return seconds.get(second);
	}

	public Clip part(int fromSecond, int toSecond) {
		return new Clip(seconds.subList(fromSecond, toSecond), random);
	}

	public Clip then(Clip next) {
		List<Hash256> both = new ArrayList<>(seconds);
		both.addAll(next.seconds);
		return new Clip(both, random);
	}

	/** The same shown faster, or slower, and looked at once a second. */
	public Clip atSpeed(double speed) {
		List<Hash256> shown = new ArrayList<>();
		for (int second = 0; second * speed < seconds.size(); second++) {
			shown.add(seconds.get((int) (second * speed)));
		}
		return new Clip(shown, random);
	}

	/** The same from a bad copy: each picture up to so many bits away. */
	public Clip noisy(int maxBits) {
		return new Clip(seconds.stream().map(hash -> {
			long[] words = {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
			return of(HashPopulation.near(words, random.nextInt(maxBits + 1), random));
		}).toList(), random);
	}

	/** One frame a second. */
	public List<FrameHash> frames() {
		return frames(QUALITY);
	}

	public List<FrameHash> frames(int quality) {
		return IntStream.range(0, seconds.size()).mapToObj(second -> new FrameHash(second * SECOND_MS, seconds.get(second), quality))
				.toList();
	}

	/** One frame a second, of which this share is lost. */
	public List<FrameHash> framesLosing(double share) {
		List<FrameHash> kept = frames().stream().filter(frame -> random.nextDouble() >= share).toList();
		return kept.isEmpty() ? frames() : kept;
	}
}
