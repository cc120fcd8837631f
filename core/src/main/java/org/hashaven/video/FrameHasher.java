package org.hashaven.video;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.jspecify.annotations.Nullable;

/** Decoded frames to hashes, those too near the one before dropped; used by one thread at a time. */
final class FrameHasher implements AutoCloseable {

	private static final PdqResult TOO_SMALL = new PdqResult(Hash256.ofWords(0, 0, 0, 0), 0);

	private final int dropDistance;
	private final PdqWorkspace workspace = new PdqWorkspace();
	private final TentSampler sampler = new TentSampler();
	private final float[] samples = new float[PdqHasher.SAMPLES];
	private final YuvLuma yuv = new YuvLuma();
	private final RgbLuma rgb = new RgbLuma();
	private final List<FrameHash> frames = new ArrayList<>();
	private final List<Integer> numbers = new ArrayList<>();
	private @Nullable Hash256 last;

	FrameHasher(VideoOptions options) {
		dropDistance = options.dropDistance();
	}

	void hash(AVFrame frame, Turn turn, int number, int timeMs) throws VideoException {
		PdqResult result = hash(frame, turn);
		if (last == null || result.hash().distance(last) > dropDistance) {
			last = result.hash();
			frames.add(new FrameHash(timeMs, result.hash(), result.quality()));
			numbers.add(number);
		}
	}

	private PdqResult hash(AVFrame frame, Turn turn) throws VideoException {
		if (frame.width() < PdqHasher.MIN_SIDE || frame.height() < PdqHasher.MIN_SIDE) {
			return TOO_SMALL;
		}
		LumaRows luma = yuv;
		if (!yuv.take(frame)) {
			rgb.take(frame);
			luma = rgb;
		}
		sampler.sample(luma, frame.width(), frame.height(), turn, samples);
		return PdqHasher.hashSamples(samples, workspace);
	}

	/** The frames that were kept until now. */
	List<FrameHash> frames() {
		return frames;
	}

	/** Which of the decoded frames they were. */
	List<Integer> numbers() {
		return numbers;
	}

	@Override
	public void close() {
		rgb.close();
		workspace.clear();
	}
}
