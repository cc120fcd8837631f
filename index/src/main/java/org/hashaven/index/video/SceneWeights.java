package org.hashaven.index.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashaven.index.alignment.Frames;

/**
 * How much each scene of a looked-up video says of the videos of a bank: all, or little where it is in many of them, as titles, logos and
 * test pictures are.
 *
 * <p>
 * A scene that hits no more than {@value #COMMON} videos of the bank counts whole; one that hits n counts as
 * {@code (}{@value #COMMON}{@code  / n)^2}. Where many videos of the bank are copies of each other, though, which is how a picture that
 * goes round looks, n is not their number: of {@value #SAMPLE} of the videos hit it is found how many are different ones
 * ({@link NearDuplicates}), and n goes down in step.
 *
 * <p>
 * Each bank is judged by itself. If videos of all banks counted together, a list of many videos that show someone's scenes would make these
 * scenes common, and her video, in another bank, would match no more.
 */
public final class SceneWeights {

	/** Maximum number of videos with a scene that is not common. */
	public static final int COMMON = 10;

	/** Videos that stand for all that have a common scene. */
	public static final int SAMPLE = 8;

	private final Frames query;
	private final List<FrameHits> hits;
	private final MediaNumbers numbers;
	private final HitGroups groups;
	private final HitBanks banks;
	// Of each bank of which videos were hit, by its position.
	private final Map<Integer, double[]> weights = new HashMap<>();

	/**
	 * @param query
	 *            the frames looked up, of which these are the hits
	 */
	public SceneWeights(Frames query, List<FrameHits> hits, MediaNumbers numbers, HitGroups groups, HitBanks banks, StoredVideos videos)
			throws IOException {
		this.query = query;
		this.hits = hits;
		this.numbers = numbers;
		this.groups = groups;
		this.banks = banks;
		NearDuplicates copies = new NearDuplicates(groups, videos);
		for (Map.Entry<Integer, int[]> bank : videosHit().entrySet()) {
			weights.put(bank.getKey(), weights(bank.getKey(), bank.getValue(), copies));
		}
	}

	/** A weight, 0..1, for each scene of the query, as it counts for the video of a group. */
	public double[] weights(int group) {
		return Objects.requireNonNull(weights.get(banks.of(group)), "a video that was hit");
	}

	/** Number of scenes that are common in some bank. */
	public int commonScenes() {
		BitSet common = new BitSet();
		for (double[] ofBank : weights.values()) {
			for (int scene = 0; scene < ofBank.length; scene++) {
				common.set(scene, common.get(scene) || ofBank[scene] < 1);
			}
		}
		return common.cardinality();
	}

	/** For each bank of which videos were hit, how many of them each frame hits. */
	private Map<Integer, int[]> videosHit() {
		Map<Integer, int[]> videosHit = new HashMap<>();
		for (int group = 0; group < groups.groups(); group++) {
			if (numbers.isVideo(groups.media(group))) {
				int[] ofBank = videosHit.computeIfAbsent(banks.of(group), none -> new int[query.size()]);
				int last = -1;
				for (int hit = groups.begin(group); hit < groups.begin(group + 1); hit++) {
					int frame = groups.frame(hit);
					ofBank[frame] += frame == last ? 0 : 1;
					last = frame;
				}
			}
		}
		return videosHit;
	}

	private double[] weights(int bank, int[] videosHit, NearDuplicates copies) throws IOException {
		int[] mostVideos = new int[query.sceneCount()];
		int[] frameOfMost = new int[query.sceneCount()];
		for (int frame = 0; frame < query.size(); frame++) {
			int scene = query.scene(frame);
			if (videosHit[frame] > mostVideos[scene]) {
				mostVideos[scene] = videosHit[frame];
				frameOfMost[scene] = frame;
			}
		}
		double[] ofBank = new double[query.sceneCount()];
		for (int scene = 0; scene < ofBank.length; scene++) {
			double videos = mostVideos[scene];
			if (videos > COMMON) {
				int[] sample = sample(frameOfMost[scene], bank);
				videos *= (copies.countDifferent(sample) - 1.0) / (sample.length - 1.0);
			}
			ofBank[scene] = videos > COMMON ? Math.pow(COMMON / videos, 2) : 1;
		}
		return ofBank;
	}

	/**
	 * The groups of some of the videos of a bank that a frame hits: those whose numbers come first in an order that has nothing to do with
	 * the videos and is the same for every frame, so that neighbouring frames are judged by the same videos.
	 */
	private int[] sample(int frame, int bank) {
		FrameHits of = hits.get(frame);
		long[] shuffled = new long[of.size()];
		int size = 0;
		for (int hit = 0; hit < of.size(); hit++) {
			if ((hit == 0 || of.media(hit) != of.media(hit - 1)) && numbers.isVideo(of.media(hit))) {
				int group = groups.groupOf(of.media(hit));
				if (banks.of(group) == bank) {
					shuffled[size++] = shuffle(of.media(hit)) << Integer.SIZE | group;
				}
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
