package org.hashaven.view;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.PhotoView.Regions;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.view.align.FrameAlignment;
import org.hashaven.view.fill.Patches;
import org.hashaven.view.raster.Pyramid;
import org.hashaven.view.raster.Window;
import org.hashaven.view.stage.CropExtrapolation;
import org.hashaven.view.stage.Deskew;
import org.hashaven.view.stage.EmbeddedPictureFinder;
import org.hashaven.view.stage.OverlayRemover;
import org.hashaven.view.stage.ViewMaker;
import org.hashaven.view.stage.ViewStage;

/** The order of the views after the first. */
final class ViewSequence implements ViewStage {

	private static final Transform MIRRORED = new Transform(Part.WHOLE, 100, Turning.MIRRORED, 0, false);
	private static final int PATCHES_SIDE = 320;
	private static final int MOST_PATCHES = 4;

	private final RgbImage image;
	private final PdqResult plain;
	private final PdqWorkspace workspace;

	ViewSequence(RgbImage image, PdqResult plain, PdqWorkspace workspace) {
		this.image = image;
		this.plain = plain;
		this.workspace = workspace;
	}

	@Override
	public void take(Deque<PhotoView> views, Deque<ViewStage> next) {
		ViewMaker maker = new ViewMaker(Pyramid.of(image), workspace);
		Window whole = maker.pyramid().whole();
		next.add((made, then) -> made.addAll(maker.bothDiagonally(Part.WHOLE, whole, false, false)));
		next.add((made, then) -> made.addAll(maker.bothDiagonally(Part.WHOLE, whole, true, false)));
		next.add((made, then) -> made
				.add(new Hashed(new Transform(Part.WHOLE, 100, Turning.NONE, 0, true), plain.hash().complement(), plain.quality())));
		next.add((made, then) -> made.addAll(maker.bothDiagonally(Part.WHOLE, whole, true, true)));
		next.add((made, then) -> made.addAll(maker.bothDiagonally(Part.WHOLE, whole, false, true)));
		LazyRegions regions = new LazyRegions(image);
		next.add((made, then) -> made.add(new Regions(Transform.AS_IS, new FrameAlignment(image, maker, false), regions::upright)));
		next.add((made, then) -> then.addAll(EmbeddedPictureFinder.steps(maker)));
		next.add((made, then) -> then.addAll(patched(maker)));
		next.add((made, then) -> then.addAll(OverlayRemover.steps(maker)));
		next.add((made, then) -> made.add(new Regions(MIRRORED, new FrameAlignment(image, maker, true), regions::mirrored)));
		next.add((made, then) -> then.addAll(CropExtrapolation.steps(maker)));
		next.add((made, then) -> then.addAll(Deskew.steps(maker)));
	}

	/** With all even patches filled, and each of them alone. */
	private static List<ViewStage> patched(ViewMaker maker) {
		List<double[]> patches = Patches.find(maker.pyramid().level(maker.pyramid().levelFor(PATCHES_SIDE)), MOST_PATCHES);
		List<ViewStage> steps = new ArrayList<>();
		for (double[] patch : patches) {
			steps.add((made, then) -> made.add(maker.patched(List.of(patch))));
		}
		if (patches.size() > 1) {
			steps.add((made, then) -> made.add(maker.patched(patches)));
		}
		return steps;
	}
}
