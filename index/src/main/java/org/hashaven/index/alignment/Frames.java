package org.hashaven.index.alignment;

import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;

/** The frames of one video as plain arrays, in the order of their times. */
public final class Frames {

	/** Frames at most so far apart, in bits, show the same scene. */
	public static final int SCENE_RADIUS = 31;

	/** A scene that returns after more than this many others counts as another. */
	private static final int SCENES_REMEMBERED = 64;

	private final int[] timesMs;
	private final long[] words;
	private final int[] scenes;
	private final int sceneCount;

	private Frames(int[] timesMs, long[] words) {
		this.timesMs = timesMs;
		this.words = words;
		scenes = new int[timesMs.length];
		sceneCount = findScenes();
	}

	/** These frames. */
	public static Frames of(List<FrameHash> frames) {
		Builder builder = new Builder(frames.size());
		for (FrameHash frame : frames) {
			builder.add(frame.timeMs(), frame.hash());
		}
		return builder.build();
	}

	/** Number of frames. */
	public int size() {
		return timesMs.length;
	}

	/** When a frame is shown. */
	public int timeMs(int frame) {
		return timesMs[frame];
	}

	/** The first frame that is not shown before a moment; their number if there is none. */
	public int frameAt(double momentMs) {
		int low = 0;
		int high = size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (timesMs[middle] < momentMs) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Number of bits in which two frames differ. */
	public int distanceBits(int frame, Frames others, int other) {
		int distanceBits = 0;
		for (int word = 0; word < Hash256.WORDS; word++) {
			distanceBits += Long.bitCount(words[frame * Hash256.WORDS + word] ^ others.words[other * Hash256.WORDS + word]);
		}
		return distanceBits;
	}

	/** Whether a frame looks like any of another video's. */
	public boolean isIn(int frame, Frames others) {
		for (int other = 0; other < others.size(); other++) {
			if (distanceBits(frame, others, other) <= SCENE_RADIUS) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The scene that a frame shows, from 0. A frame shows a scene that was before when it lies within {@link #SCENE_RADIUS} of that scene's
	 * first frame, else a new one: however long a camera stands still, it is one scene, while a slow movement goes through several.
	 */
	public int scene(int frame) {
		return scenes[frame];
	}

	/** Number of different scenes. */
	public int sceneCount() {
		return sceneCount;
	}

	private int findScenes() {
		int[] firstOfScene = new int[size()];
		int count = 0;
		for (int frame = 0; frame < size(); frame++) {
			int scene = count - 1;
			int oldest = Math.max(0, count - SCENES_REMEMBERED);
			while (scene >= oldest && distanceBits(frame, this, firstOfScene[scene]) > SCENE_RADIUS) {
				scene--;
			}
			if (scene < oldest) {
				scene = count++;
				firstOfScene[scene] = frame;
			}
			scenes[frame] = scene;
		}
		return count;
	}

	/** Frames one after the other. */
	public static final class Builder {

		private int[] timesMs;
		private long[] words;
		private int size;

		/** Initial capacity; grows if need be. */
		public Builder(int expected) {
			timesMs = new int[Math.max(1, expected)];
			words = new long[timesMs.length * Hash256.WORDS];
		}

		/** Adds a frame. */
		public void add(int timeMs, Hash256 hash) {
			if (size == timesMs.length) {
				timesMs = Arrays.copyOf(timesMs, 2 * size);
				words = Arrays.copyOf(words, 2 * size * Hash256.WORDS);
			}
			timesMs[size] = timeMs;
			for (int word = 0; word < Hash256.WORDS; word++) {
				words[size * Hash256.WORDS + word] = hash.word(word);
			}
			size++;
		}

		/** The frames added so far. */
		public Frames build() {
			return new Frames(Arrays.copyOf(timesMs, size), Arrays.copyOf(words, size * Hash256.WORDS));
		}
	}
}
