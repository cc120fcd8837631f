package org.hashaven.video;

import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.Hash256;
import org.hashaven.pdq.Dihedral;
import org.hashaven.pdq.DihedralHashes;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.video.FrameViews.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * Decoded frames to hashes, those too near the one before dropped; used by one thread at a time.
 *
 * <p>
 * A frame that was picked to see whether the picture moved is kept when it would not match the one before: when more than
 * {@value #MATCH_BITS} bits differ. A plain one never would, but says nothing either.
 */
final class FrameHasher implements AutoCloseable {

	private static final int MATCH_BITS = 31;

	private final VideoOptions options;
	private final PdqWorkspace workspace = new PdqWorkspace();
	private final TentSampler sampler = new TentSampler();
	private final TentSampler cutSampler = new TentSampler();
	private final float[] samples = new float[PdqHasher.SAMPLES];
	private final YuvLuma yuv = new YuvLuma();
	private final RgbLuma rgb = new RgbLuma();
	private final BorderFinder borders = new BorderFinder();
	private final FrameViews views = new FrameViews();
	private @Nullable Hash256 last;

	FrameHasher(VideoOptions options) {
		this.options = options;
	}

	void hash(PickedFrame frame) throws VideoException {
		AVFrame pixels = frame.pixels();
		Window whole = Window.of(pixels);
		if (whole.width() < PdqHasher.MIN_SIDE || whole.height() < PdqHasher.MIN_SIDE) {
			keep(frame, new Hashes(Map.of(Dihedral.ORIGINAL, Hash256.ofWords(0, 0, 0, 0)), 0), null);
			return;
		}
		LumaRows luma = luma(pixels);
		Window content = options.cutBorders() ? borders.content(pixels) : whole;
		Hashes asItIs = hash(luma, sampler, whole, frame);
		keep(frame, asItIs, content.equals(whole) ? null : hash(luma, cutSampler, content, frame));
	}

	private LumaRows luma(AVFrame pixels) throws VideoException {
		if (yuv.take(pixels)) {
			return yuv;
		}
		rgb.take(pixels);
		return rgb;
	}

	private Hashes hash(LumaRows luma, TentSampler by, Window window, PickedFrame frame) {
		by.sample(luma, frame.pixels().width(), window, frame.turn(), samples);
		if (options.allForms()) {
			DihedralHashes hashes = PdqHasher.hashSamplesDihedral(samples, workspace);
			return new Hashes(hashes.hashes(), hashes.quality());
		}
		PdqResult result = PdqHasher.hashSamples(samples, workspace);
		return new Hashes(Map.of(Dihedral.ORIGINAL, result.hash()), result.quality());
	}

	/** Keeps a frame if it is far enough from the last one that was kept, judged by what lies within its borders. */
	private void keep(PickedFrame frame, Hashes asItIs, @Nullable Hashes cut) {
		Hashes judged = cut == null ? asItIs : cut;
		boolean sample = frame.pick() == FramePicker.Pick.SAMPLE;
		int nearBits = sample ? options.dropDistance() : Math.max(options.dropDistance(), MATCH_BITS);
		boolean says = sample || judged.quality() >= VideoHash.GOOD_QUALITY;
		if (last == null || (says && judged.plain().distance(last) > nearBits)) {
			last = judged.plain();
			views.add(frame.number(), frame.timeMs(), asItIs);
			if (cut != null) {
				views.addCut(frame.number(), frame.timeMs(), cut);
			}
		}
	}

	/** The frames that were kept until now. */
	FrameViews views() {
		return views;
	}

	@Override
	public void close() {
		rgb.close();
		workspace.clear();
	}
}
