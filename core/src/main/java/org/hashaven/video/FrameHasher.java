package org.hashaven.video;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.video.FrameViews.Hashes;
import org.hashaven.video.luma.BorderFinder;
import org.hashaven.video.luma.CropAllowance;
import org.hashaven.video.luma.LumaRows;
import org.hashaven.video.luma.RgbLuma;
import org.hashaven.video.luma.TentSampler;
import org.hashaven.video.luma.Window;
import org.hashaven.video.luma.YuvLuma;
import org.hashaven.video.select.FramePicker;
import org.hashaven.video.select.PickedFrame;
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
	private final Map<CropAllowance, TentSampler> samplers = new EnumMap<>(CropAllowance.class);
	private final float[] samples = new float[PdqHasher.SAMPLES];
	private final YuvLuma yuv = new YuvLuma();
	private final RgbLuma rgb = new RgbLuma();
	private final BorderFinder borders = new BorderFinder();
	private final FrameViews views = new FrameViews();
	private @Nullable Hash256 last;

	FrameHasher(VideoOptions options) {
		this.options = options;
		Set<Symmetry> forms = options.allForms() ? EnumSet.allOf(Symmetry.class) : EnumSet.of(Symmetry.IDENTITY);
		samplers.put(CropAllowance.WHOLE, new TentSampler(CropAllowance.WHOLE, forms));
		samplers.put(CropAllowance.CONTENT, new TentSampler(CropAllowance.CONTENT, forms));
		if (options.allForms()) {
			samplers.put(CropAllowance.WIDER, new TentSampler(CropAllowance.WIDER, FrameViews.LIKELY));
			samplers.put(CropAllowance.WIDEST, new TentSampler(CropAllowance.WIDEST, FrameViews.LIKELY));
		}
	}

	void hash(PickedFrame frame) throws VideoException {
		AVFrame pixels = frame.pixels();
		Window whole = Window.of(pixels);
		if (whole.width() < PdqHasher.MIN_SIDE || whole.height() < PdqHasher.MIN_SIDE) {
			keep(frame, Map.of(CropAllowance.WHOLE, new Hashes(Map.of(Symmetry.IDENTITY, Hash256.ofWords(0, 0, 0, 0)), 0)));
			return;
		}
		LumaRows luma = luma(pixels);
		Window content = options.cutBorders() ? borders.content(pixels) : whole;
		Map<CropAllowance, Hashes> hashes = new EnumMap<>(CropAllowance.class);
		for (Map.Entry<CropAllowance, TentSampler> sampler : samplers.entrySet()) {
			CropAllowance extent = sampler.getKey();
			if (extent != CropAllowance.CONTENT || !content.equals(whole)) {
				hashes.put(extent, hash(luma, sampler.getValue(), extent == CropAllowance.WHOLE ? whole : content, frame));
			}
		}
		keep(frame, hashes);
	}

	private LumaRows luma(AVFrame pixels) throws VideoException {
		if (yuv.take(pixels)) {
			return yuv;
		}
		rgb.take(pixels);
		return rgb;
	}

	private Hashes hash(LumaRows luma, TentSampler by, Window window, PickedFrame frame) {
		by.take(luma, frame.pixels().width(), window, frame.turn());
		Map<Symmetry, Hash256> hashes = new EnumMap<>(Symmetry.class);
		int quality = 0;
		for (Symmetry form : by.forms()) {
			by.sample(form, samples);
			PdqResult result = PdqHasher.hashSamples(samples, workspace);
			hashes.put(form, result.hash());
			quality = form == Symmetry.IDENTITY ? result.quality() : quality;
		}
		return new Hashes(hashes, quality);
	}

	/** Keeps a frame if it is far enough from the last one that was kept, judged by what lies within its borders. */
	private void keep(PickedFrame frame, Map<CropAllowance, Hashes> hashes) {
		Hashes judged = Objects.requireNonNull(hashes.getOrDefault(CropAllowance.CONTENT, hashes.get(CropAllowance.WHOLE)));
		boolean sample = frame.pick() == FramePicker.Pick.SAMPLE;
		int nearBits = sample ? options.dropDistance() : Math.max(options.dropDistance(), MATCH_BITS);
		boolean says = sample || judged.quality() >= VideoHash.GOOD_QUALITY;
		if (last == null || (says && judged.plain().distance(last) > nearBits)) {
			last = judged.plain();
			views.add(frame.number(), frame.timeMs(), hashes);
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
