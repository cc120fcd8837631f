package org.hashaven.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashaven.view.raster.Morphology;
import org.hashaven.view.raster.Plane;

/**
 * Letters, watermarks and lines drawn over a picture, and the picture without them.
 *
 * <pre>
 *   plane → Morphology → hats: what is thin, and how much lighter or darker than what lies around it
 *     watermarks: a little lighter or more → the opened plane in its place
 *     ink:        far lighter or darker, and of the commonest luma of all that is → and what touches it → hidden, each sample from what is left
 * </pre>
 *
 * <p>
 * Sizes are in parts of the plane's shorter side. Ink is one tone, most of what a photograph shows is not; so little else is hidden.
 */
public final class OverlayRemover {

	/** Half of the breadth of strokes, at most. */
	private static final double FINE = 0.006;
	private static final double NARROW = 0.014;
	private static final double BROAD = 0.026;
	private static final int PLANE_SIDE = 320;
	private static final int LEVELS = 256;
	/** Lumas counted as one when the commonest is sought. */
	private static final int NEAR = 6;
	private static final int TONE = 8;
	/** Pixels around ink that are hidden with it: its rim is a mixture. */
	private static final int RIM = 2;
	/** How much lighter a watermark is than what lies around it, at least. */
	private static final int WATERMARK_HAT = 16;
	/** Of the plane, to be covered: what is less hardly moves the hash. */
	private static final double LEAST_COVERED = 0.003;

	private final int width;
	private final int height;
	private final int[] luma;
	private final Morphology squares;
	/** By radius. */
	private final Map<Integer, int[]> opened = new HashMap<>();

	private OverlayRemover(Plane plane) {
		this.width = plane.width();
		this.height = plane.height();
		this.luma = new int[width * height];
		this.squares = new Morphology(width, height);
		for (int i = 0; i < luma.length; i++) {
			luma[i] = (int) (plane.luma()[i] + 0.5f);
		}
	}

	static OverlayRemover of(Plane plane) {
		return new OverlayRemover(plane);
	}

	/** The steps that look at the whole picture without them. */
	public static List<ViewStage> steps(ViewMaker maker) {
		int level = maker.pyramid().levelFor(PLANE_SIDE);
		Plane plane = maker.pyramid().level(level);
		OverlayRemover strokes = of(plane);
		List<ViewStage> steps = new ArrayList<>();
		steps.add((made, then) -> strokes.withoutInk(NARROW, 60, false)
				.ifPresent(seen -> made.add(maker.uncovered(level, plane, seen))));
		steps.add((made, then) -> strokes.withoutWatermark(NARROW).ifPresent(clean -> made.add(maker.replaced(level, clean))));
		steps.add((made, then) -> strokes.withoutInk(BROAD, 80, true).ifPresent(seen -> made.add(maker.uncovered(level, plane, seen))));
		steps.add((made, then) -> strokes.withoutWatermark(FINE).ifPresent(clean -> made.add(maker.replaced(level, clean))));
		return steps;
	}

	private int radius(double part) {
		return (int) Math.max(1, Math.round(part * Math.min(width, height)));
	}

	private int[] opened(int radius) {
		return opened.computeIfAbsent(radius, any -> squares.opened(luma, radius));
	}

	/** The picture, light strokes of up to twice such a part replaced by what is around them; nothing when it has hardly any. */
	Optional<Plane> withoutWatermark(double part) {
		int[] ground = opened(radius(part));
		float[] replaced = new float[luma.length];
		int count = 0;
		for (int i = 0; i < replaced.length; i++) {
			int hat = luma[i] - ground[i];
			int covered = above(hat, WATERMARK_HAT);
			count += covered;
			replaced[i] = luma[i] - hat * covered;
		}
		return count < LEAST_COVERED * luma.length ? Optional.empty() : Optional.of(new Plane(width, height, replaced));
	}

	/**
	 * Where the picture is not covered by ink: 1, else 0; nothing when there is hardly any.
	 *
	 * @param part
	 *            half of the breadth of its strokes, at most
	 * @param hat
	 *            how much lighter or darker it is than what lies around it, at least
	 * @param edged
	 *            whether its strokes have edges that are of another tone
	 */
	Optional<Plane> withoutInk(double part, int hat, boolean edged) {
		int radius = radius(part);
		int[] thin = thin(radius, hat);
		int tone = commonest(thin);
		int[] seen = new int[luma.length];
		int covered = 0;
		for (int i = 0; i < seen.length; i++) {
			int ink = thin[i] & above(TONE + 1, Math.abs(luma[i] - tone));
			covered += ink;
			seen[i] = 1 - ink;
		}
		if (covered < LEAST_COVERED * luma.length) {
			return Optional.empty();
		}
		// Where strokes cross they are broader.
		int[] near = squares.least(seen, radius);
		for (int i = 0; i < seen.length; i++) {
			seen[i] &= near[i] | above(Math.abs(luma[i] - tone), TONE);
		}
		if (edged) {
			int[] beside = squares.least(seen, RIM);
			for (int i = 0; i < seen.length; i++) {
				seen[i] &= beside[i] | (1 - thin[i]);
			}
		}
		int[] rimless = squares.least(seen, RIM);
		float[] weights = new float[luma.length];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = rimless[i];
		}
		return Optional.of(new Plane(width, height, weights));
	}

	/** 1 for each pixel that is far lighter or darker than what is broader, else 0. */
	private int[] thin(int radius, int hat) {
		int[] light = opened(radius);
		int[] dark = squares.closed(luma, radius);
		int[] thin = new int[luma.length];
		for (int i = 0; i < thin.length; i++) {
			thin[i] = above(Math.max(luma[i] - light[i], dark[i] - luma[i]), hat);
		}
		return thin;
	}

	/** 1 when a value is above a limit, else 0; without a branch, since what it would be cannot be foreseen. */
	private static int above(int value, int limit) {
		return (limit - value) >>> (Integer.SIZE - 1);
	}

	private int commonest(int[] counted) {
		int[] counts = new int[LEVELS];
		for (int i = 0; i < counted.length; i++) {
			counts[luma[i]] += counted[i];
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
