package org.hashaven.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hashaven.index.video.Frames;

/**
 * How much each scene of a looked-up video says: all, or little where it is in many videos, as titles, logos and test pictures are.
 *
 * <p>
 * A scene that hits no more than {@value #COMMON} videos counts whole; one that hits n counts as {@code (}{@value #COMMON}{@code  / n)^2}.
 * Where many videos in the index are copies of each other, though, which is how a picture that goes round looks, n is not their number: of
 * {@value #SAMPLE} of the videos hit it is found how many are different ones ({@link Copies}), and n goes down in step.
 */
final class Rarity {

	/** A scene in so many videos is not common. */
	static final int COMMON = 10;

	/** Videos that stand for all that have a common scene. */
	static final int SAMPLE = 8;

	private final List<FrameHits> hits;
	private final MediaNumbers numbers;
	private final HitGroups groups;
	private final Copies copies;

	Rarity(List<FrameHits> hits, MediaNumbers numbers, HitGroups groups, StoredVideos videos) {
		this.hits = hits;
		this.numbers = numbers;
		this.groups = groups;
		this.copies = new Copies(groups, videos);
	}

	/** A weight, 0..1, for each scene of the query. */
	double[] weights(Frames query) throws IOException {
		int[] mostVideos = new int[query.sceneCount()];
		int[] frameOfMost = new int[query.sceneCount()];
		for (int frame = 0; frame < query.size(); frame++) {
			int videos = videosHit(frame);
			int scene = query.scene(frame);
			if (videos > mostVideos[scene]) {
				mostVideos[scene] = videos;
				frameOfMost[scene] = frame;
			}
		}
		double[] weights = new double[query.sceneCount()];
		for (int scene = 0; scene < weights.length; scene++) {
			double videos = mostVideos[scene];
			if (videos > COMMON) {
				int[] sample = sample(frameOfMost[scene]);
				videos *= (copies.countDifferent(sample) - 1.0) / (sample.length - 1.0);
			}
			weights[scene] = videos > COMMON ? Math.pow(COMMON / videos, 2) : 1;
		}
		return weights;
	}

	private int videosHit(int frame) {
		FrameHits of = hits.get(frame);
		int videos = 0;
		for (int hit = 0; hit < of.size(); hit++) {
			if ((hit == 0 || of.media(hit) != of.media(hit - 1)) && numbers.isVideo(of.media(hit))) {
				videos++;
			}
		}
		return videos;
	}

	/**
	 * The groups of some of the videos that a frame hits: those whose numbers come first in an order that has nothing to do with the videos
	 * and is the same for every frame, so that neighbouring frames are judged by the same videos.
	 */
	private int[] sample(int frame) {
		FrameHits of = hits.get(frame);
		long[] shuffled = new long[of.size()];
		int size = 0;
		for (int hit = 0; hit < of.size(); hit++) {
			if ((hit == 0 || of.media(hit) != of.media(hit - 1)) && numbers.isVideo(of.media(hit))) {
				shuffled[size++] = shuffle(of.media(hit)) << Integer.SIZE | groups.groupOf(of.media(hit));
			}
		}
		Arrays.sort(shuffled, 0, size);
		return Arrays.stream(shuffled, 0, Math.min(SAMPLE, size)).mapToInt(packed -> (int) packed).toArray();
	}

	private static long shuffle(long number) {
		long mixed = number * 0x9E37_79B9_7F4A_7C15L;
		return mixed ^ mixed >>> Integer.SIZE;
	}
}
