package org.hashaven.index.video;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashaven.index.alignment.Frames;

/**
 * Which of the videos that a lookup has hit are copies of each other.
 *
 * <p>
 * Two are, when at least half of the frames of the shorter one that the lookup did not hit are in the longer one too: what they share is
 * more than what the lookup has found. A video that the lookup has hit in nearly all its frames is judged by all of them.
 */
public final class NearDuplicates {

	private static final int MIN_FRAMES_NOT_HIT = 3;
	private static final int MAX_FRAMES_JUDGED = 32;
	// A comparison takes up to a tenth of a millisecond; videos not compared count as different.
	private static final int MAX_COMPARISONS = 2_000;

	private final HitGroups groups;
	private final StoredVideos videos;
	private final Map<Long, Boolean> known = new HashMap<>();

	public NearDuplicates(HitGroups groups, StoredVideos videos) {
		this.groups = groups;
		this.videos = videos;
	}

	/** How many of these videos, by their groups, are no copy of one before them. */
	public int countDifferent(int[] sample) throws IOException {
		int different = 0;
		for (int i = 0; i < sample.length; i++) {
			boolean copy = false;
			for (int before = 0; before < i && !copy; before++) {
				copy = areCopies(Math.min(sample[before], sample[i]), Math.max(sample[before], sample[i]));
			}
			different += copy ? 0 : 1;
		}
		return different;
	}

	private boolean areCopies(int group, int other) throws IOException {
		long pair = (long) group << Integer.SIZE | other;
		Boolean judged = known.get(pair);
		if (judged == null) {
			judged = known.size() < MAX_COMPARISONS && judge(group, other);
			known.put(pair, judged);
		}
		return judged;
	}

	private boolean judge(int group, int other) throws IOException {
		boolean shorter = videos.get(group).frames().size() <= videos.get(other).frames().size();
		int ofShorter = shorter ? group : other;
		Frames longer = videos.get(shorter ? other : group).frames();
		StoredVideo video = videos.get(ofShorter);
		int[] judged = framesNotHit(ofShorter, video);
		if (judged.length < MIN_FRAMES_NOT_HIT) {
			judged = IntStream.range(0, video.frames().size()).toArray();
		}
		int step = Math.ceilDiv(judged.length, MAX_FRAMES_JUDGED);
		int asked = 0;
		int found = 0;
		for (int i = 0; i < judged.length; i += step) {
			asked++;
			found += video.frames().isIn(judged[i], longer) ? 1 : 0;
		}
		return 2 * found >= asked;
	}

	private int[] framesNotHit(int group, StoredVideo video) throws IOException {
		boolean[] hit = new boolean[video.frames().size()];
		for (int i = groups.begin(group); i < groups.begin(group + 1); i++) {
			hit[video.frameOf(groups.document(i))] = true;
		}
		return IntStream.range(0, hit.length).filter(frame -> !hit[frame]).toArray();
	}
}
