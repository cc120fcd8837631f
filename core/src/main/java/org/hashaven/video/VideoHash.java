package org.hashaven.video;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.query.VideoView;

/**
 * What hashing a video gives.
 *
 * @param frames
 *            the hashed frames in the order of their times; those with borders twice, as they are and then what lies within the borders
 * @param numbers
 *            for each of them, which of the decoded frames it was, from 0
 * @param views
 *            the ways to see the video when it is looked up, the likeliest first, which is as it is; the mirrored and turned ones only with
 *            {@link VideoOptions#allForms}
 * @param decodedFrames
 *            frames that were decoded; those between samples that no other frame needs may be passed over
 * @param ending
 *            whether all of the video was read
 */
public record VideoHash(List<FrameHash> frames, List<Integer> numbers, List<VideoView> views, int decodedFrames, Ending ending) {

	/** Lowest quality at which a match of a frame says something. */
	public static final int GOOD_QUALITY = 50;

	/** Frames whose hashes differ by no more bits show the same picture. */
	private static final int SAME_DISTANCE = 10;

	/** How reading came to its end. */
	public enum Ending {
		/** To the end, without fault. */
		WHOLE,
		/** Parts are damaged or missing; what could be decoded is hashed. */
		DAMAGED,
		/** One of the {@link VideoLimits} was reached, or a stream's consumer wanted no more; what came before it is hashed. */
		LIMIT
	}

	/** Takes copies of the lists. */
	public VideoHash {
		frames = List.copyOf(frames);
		numbers = List.copyOf(numbers);
		views = List.copyOf(views);
		if (frames.isEmpty() || frames.size() != numbers.size() || views.isEmpty() || decodedFrames < 0
				|| numbers.stream().anyMatch(number -> number < 0)) {
			throw new IllegalArgumentException("at least one frame, a number for each, from 0, and a view");
		}
	}

	/**
	 * Whether the video is too plain to be protected by hashes: no two of its frames have structure (quality {@value #GOOD_QUALITY} and
	 * more) and differ. Black, a wall, or one still picture all the time.
	 */
	public boolean isPlain() {
		List<FrameHash> good = views.getFirst().frames().stream().filter(frame -> frame.quality() >= GOOD_QUALITY).toList();
		return good.stream().noneMatch(frame -> frame.hash().distance(good.getFirst().hash()) > SAME_DISTANCE);
	}

	/** The frames as vPDQ has them. */
	public List<VpdqFrame> vpdqFrames() {
		List<VpdqFrame> lines = new ArrayList<>(frames.size());
		for (int i = 0; i < frames.size(); i++) {
			lines.add(VpdqFrame.of(numbers.get(i), frames.get(i)));
		}
		return lines;
	}

	/** How many frames, nothing of them: hashes must not reach a log by accident. */
	@Override
	public String toString() {
		return "VideoHash[" + ending + "]";
	}
}
