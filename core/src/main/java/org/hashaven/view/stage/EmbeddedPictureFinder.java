package org.hashaven.view.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.view.fill.Corners;
import org.hashaven.view.inside.BackgroundSegmenter;
import org.hashaven.view.inside.EdgeRefiner;
import org.hashaven.view.inside.Rectangles;
import org.hashaven.view.inside.Rectangles.Rectangle;
import org.hashaven.view.inside.Trim;
import org.hashaven.view.raster.Plane;
import org.hashaven.view.raster.Pyramid;
import org.hashaven.view.raster.Window;

/** Pictures found inside the picture, the likeliest first, each as it is and mirrored. */
public final class EmbeddedPictureFinder {

	private static final int FINE_SIDE = 800;
	private static final double LEAST_AREA = 0.04;
	/** Sides, of the reduced picture. */
	private static final double LEAST_PIXELS = 40;
	private static final int MOST = 24;
	private static final int MOST_EXTENDED = 6;
	private static final int MOST_TURNED = 6;
	/** Sides of two windows that are one, in parts of theirs; and of one that is all of the picture. */
	private static final double SAME = 0.01;
	private static final double SAME_AS_WHOLE = 0.004;

	private final Pyramid pyramid;
	private final EdgeRefiner sides;
	private final List<Window> found = new ArrayList<>();

	private EmbeddedPictureFinder(Pyramid pyramid) {
		this.pyramid = pyramid;
		this.sides = new EdgeRefiner(pyramid.level(0));
	}

	/** The steps that look at them. */
	public static List<ViewStage> steps(ViewMaker maker) {
		List<Window> windows = find(maker.pyramid());
		List<ViewStage> steps = new ArrayList<>();
		double[] radii = new double[windows.size()];
		for (int i = 0; i < radii.length; i++) {
			radii[i] = Corners.radius(maker.pyramid().level(0), windows.get(i));
		}
		for (int i = 0; i < radii.length; i++) {
			Window window = windows.get(i);
			double radius = radii[i];
			if (radius > 0) {
				steps.add((made, then) -> made.add(maker.rounded(Part.INSIDE, window, radius)));
				steps.add((made, then) -> made.add(maker.dated(Part.INSIDE, window, radius)));
			}
			steps.add((made, then) -> made.add(maker.plain(Part.INSIDE, window)));
		}
		for (int i = 0; i < radii.length; i++) {
			Window window = windows.get(i);
			double radius = radii[i];
			boolean turned = i < MOST_TURNED;
			steps.add((made, then) -> made.addAll(maker.rounded(Part.INSIDE, window, radius, true, false, turned)));
			if (turned) {
				steps.add((made, then) -> made.addAll(maker.rounded(Part.INSIDE, window, radius, false, true, true)));
				steps.add((made, then) -> made.addAll(maker.rounded(Part.INSIDE, window, radius, true, true, false)));
			}
		}
		for (Window window : windows.subList(0, Math.min(MOST_EXTENDED, windows.size()))) {
			for (double[] more : new double[][]{{0.03, 0}, {0, 0.03}, {0.07, 0}, {0, 0.07}, {0.11, 0}, {0, 0.11}}) {
				Window wider = window.grown(more[0], more[1], more[0], more[1]);
				steps.add((made, then) -> made.add(maker.extended(Part.INSIDE, wider, window)));
			}
		}
		return steps;
	}

	/** The windows themselves. */
	static List<Window> find(Pyramid pyramid) {
		EmbeddedPictureFinder insides = new EmbeddedPictureFinder(pyramid);
		int fine = pyramid.levelFor(FINE_SIDE);
		Plane plane = pyramid.level(fine);
		int[] cut = Trim.cut(plane, 0, 0, plane.width(), plane.height());
		insides.take(new Rectangle(cut[0], cut[1], cut[2], cut[3], 2), fine);
		insides.takeBorders(cut, plane, 1 << fine);
		Rectangles rectangles = new Rectangles(plane, LEAST_AREA);
		List<Rectangle> boxes = new ArrayList<>();
		for (Rectangle box : BackgroundSegmenter.find(plane, LEAST_AREA)) {
			boxes.add(new Rectangle(box.left(), box.top(), box.right(), box.bottom(),
					rectangles.score(box.left(), box.top(), box.right(), box.bottom())));
		}
		boxes.sort(Comparator.comparingDouble(Rectangle::score).reversed());
		List<Rectangle> crossed = rectangles.find();
		int box = 0;
		int cross = 0;
		while (insides.found.size() < MOST && (box < boxes.size() || cross < crossed.size())) {
			if (box < boxes.size()) {
				insides.take(boxes.get(box++), fine);
			}
			if (cross < crossed.size()) {
				insides.take(crossed.get(cross++), fine);
			}
		}
		return insides.found;
	}

	/**
	 * What is left when the border is as broad on opposite sides, and when it is as broad all around, as where it is narrowest: a picture
	 * with an even sky is cut farther where the sky is.
	 */
	private void takeBorders(int[] cut, Plane plane, int scale) {
		Window whole = pyramid.whole();
		double across = Math.min(cut[0], plane.width() - cut[2]) * (double) scale;
		double down = Math.min(cut[1], plane.height() - cut[3]) * (double) scale;
		Window sharp = sides.sharpen(inside(whole, across, down), whole, 2 * scale + 1);
		// Of each two the one that was cut less is the border's edge.
		double sharpAcross = cut[0] <= plane.width() - cut[2] ? sharp.left() : whole.width() - sharp.right();
		double sharpDown = cut[1] <= plane.height() - cut[3] ? sharp.top() : whole.height() - sharp.bottom();
		take(inside(whole, sharpAcross, sharpDown));
		double least = Math.min(sharpAcross, sharpDown);
		take(inside(whole, least, least));
	}

	private static Window inside(Window whole, double across, double down) {
		return Window.between(across, down, whole.right() - across, whole.bottom() - down);
	}

	private void take(Rectangle rectangle, int level) {
		double scale = 1 << level;
		Window whole = pyramid.whole();
		Window coarse = Window.between(rectangle.left() * scale, rectangle.top() * scale, rectangle.right() * scale,
				rectangle.bottom() * scale).within(whole);
		take(sides.sharpen(coarse, whole, 2 * scale + 1));
	}

	private void take(Window window) {
		Window whole = pyramid.whole();
		if (window.width() < LEAST_PIXELS || window.height() < LEAST_PIXELS || window.area() < LEAST_AREA * whole.area()
				|| window.isNear(whole, SAME_AS_WHOLE)) {
			return;
		}
		for (Window other : found) {
			if (other.isNear(window, SAME)) {
				return;
			}
		}
		found.add(window);
	}
}
