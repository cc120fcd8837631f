package org.hashaven.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Letters, watermarks and lines drawn over a picture, and the picture without them.
 *
 * <pre>
 *   plane → Squares → hats: what is thin, and how much lighter or darker than what lies around it
 *     watermarks: a little lighter or more → the opened plane in its place
 *     ink:        far lighter or darker, and of the commonest luma of all that is → and what touches it → hidden, each sample from what is left
 * </pre>
 *
 * <p>
 * Sizes are in parts of the plane's shorter side. Ink is one tone, most of what a photograph shows is not; so little else is hidden.
 */
final class Strokes {

	private static final int PLANE_SIDE = 320;
	private static final int LEVELS = 256;
	/** Lumas counted as one when the commonest is sought. */
	private static final int NEAR = 6;
	private static final int TONE = 8;
	/** Pixels around ink that are hidden with it: its rim is a mixture. */
	private static final int RIM = 2;
	/** How much lighter a watermark is than what lies around it, at least. */
	private static final int WATERMARK_HAT = 16;

	private final int width;
	private final int height;
	private final int[] luma;

	private Strokes(Plane plane) {
		this.width = plane.width();
		this.height = plane.height();
		this.luma = new int[width * height];
		for (int i = 0; i < luma.length; i++) {
			luma[i] = (int) (plane.luma()[i] + 0.5f);
		}
	}

	static Strokes of(Plane plane) {
		return new Strokes(plane);
	}

	/** The steps that look at the whole picture without them. */
	static List<Step> steps(ViewMaker maker) {
		int level = maker.pyramid().levelFor(PLANE_SIDE);
		Plane plane = maker.pyramid().level(level);
		Strokes strokes = of(plane);
		List<Step> steps = new ArrayList<>();
		steps.add((made, then) -> made.add(maker.uncovered(level, plane, strokes.withoutInk(0.018, 60, false))));
		steps.add((made, then) -> made.add(maker.replaced(level, strokes.withoutWatermark(0.014))));
		steps.add((made, then) -> made.add(maker.uncovered(level, plane, strokes.withoutInk(0.026, 80, true))));
		steps.add((made, then) -> made.add(maker.replaced(level, strokes.withoutWatermark(0.006))));
		return steps;
	}

	private int radius(double part) {
		return (int) Math.max(1, Math.round(part * Math.min(width, height)));
	}

	/** The picture, light strokes of up to twice such a part replaced by what is around them. */
	Plane withoutWatermark(double part) {
		int[] opened = Squares.opened(luma, width, height, radius(part));
		float[] replaced = new float[luma.length];
		for (int i = 0; i < replaced.length; i++) {
			replaced[i] = luma[i] - opened[i] > WATERMARK_HAT ? opened[i] : luma[i];
		}
		return new Plane(width, height, replaced);
	}

	/**
	 * Where the picture is not covered by ink: 1, else 0.
	 *
	 * @param part
	 *            half of the breadth of its strokes, at most
	 * @param hat
	 *            how much lighter or darker it is than what lies around it, at least
	 * @param edged
	 *            whether its strokes have edges that are of another tone
	 */
	Plane withoutInk(double part, int hat, boolean edged) {
		int radius = radius(part);
		boolean[] thin = thin(radius, hat);
		int tone = commonest(thin);
		int[] seen = new int[luma.length];
		for (int i = 0; i < seen.length; i++) {
			seen[i] = thin[i] && Math.abs(luma[i] - tone) <= TONE ? 0 : 1;
		}
		// Where strokes cross they are broader.
		int[] near = Squares.least(seen, width, height, radius);
		for (int i = 0; i < seen.length; i++) {
			seen[i] = near[i] == 0 && Math.abs(luma[i] - tone) <= TONE ? 0 : seen[i];
		}
		if (edged) {
			int[] beside = Squares.least(seen, width, height, RIM);
			for (int i = 0; i < seen.length; i++) {
				seen[i] = beside[i] == 0 && thin[i] ? 0 : seen[i];
			}
		}
		int[] rimless = Squares.least(seen, width, height, RIM);
		float[] weights = new float[luma.length];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = rimless[i];
		}
		return new Plane(width, height, weights);
	}

	private boolean[] thin(int radius, int hat) {
		int[] opened = Squares.opened(luma, width, height, radius);
		int[] closed = Squares.closed(luma, width, height, radius);
		boolean[] thin = new boolean[luma.length];
		for (int i = 0; i < thin.length; i++) {
			thin[i] = luma[i] - opened[i] > hat || closed[i] - luma[i] > hat;
		}
		return thin;
	}

	private int commonest(boolean[] counted) {
		int[] counts = new int[LEVELS];
		for (int i = 0; i < counted.length; i++) {
			counts[luma[i]] += counted[i] ? 1 : 0;
		}
		int best = 0;
		int most = -1;
		for (int level = 0; level < LEVELS; level++) {
			int sum = 0;
			for (int near = Math.max(0, level - NEAR); near <= Math.min(LEVELS - 1, level + NEAR); near++) {
				sum += counts[near];
			}
			if (sum > most) {
				most = sum;
				best = level;
			}
		}
		return best;
	}
}
