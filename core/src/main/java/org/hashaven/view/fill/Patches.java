package org.hashaven.view.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.view.raster.ConnectedComponents;
import org.hashaven.view.raster.Plane;

/**
 * Even patches on a picture, as stickers and blacked out places are, and samples in which they are filled from around them.
 *
 * <pre>
 *   plane → even pixels → ConnectedComponents → those compact and of a likely size, the largest first → hidden samples → MembraneInpainter
 * </pre>
 */
public final class Patches {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	private static final float EVEN = 2.5f;
	private static final double LEAST_AREA = 0.006;
	private static final double MOST_AREA = 0.16;
	/** Of its box, to be covered. */
	private static final double COMPACT = 0.5;
	private static final double LONGEST = 3;
	/** Lumas within a patch. */
	private static final float SPREAD = 10;
	/** Points looked at in each direction. */
	private static final int POINTS = 8;
	/** Samples around a patch that are of it as well. */
	private static final double AROUND = 1.2;

	private Patches() {
	}

	/** The boxes of the patches, in parts of the picture: left, top, right, bottom. */
	public static List<double[]> find(Plane plane, int most) {
		int width = plane.width();
		int height = plane.height();
		List<int[]> boxes = new ArrayList<>();
		for (int[] box : ConnectedComponents.boxes(even(plane), width, height)) {
			double across = box[2] - box[0];
			double down = box[3] - box[1];
			boolean compact = box[4] >= COMPACT * across * down && across <= LONGEST * down && down <= LONGEST * across;
			double share = across * down / ((double) width * height);
			if (compact && share >= LEAST_AREA && share <= MOST_AREA && isOfOneLuma(plane, box)) {
				boxes.add(box);
			}
		}
		boxes.sort(Comparator.comparingInt((int[] box) -> box[4]).reversed());
		List<double[]> patches = new ArrayList<>();
		for (int[] box : boxes.subList(0, Math.min(most, boxes.size()))) {
			patches.add(new double[]{box[0] / (double) width, box[1] / (double) height, box[2] / (double) width,
					box[3] / (double) height});
		}
		return patches;
	}

	private static boolean[] even(Plane plane) {
		int width = plane.width();
		float[] luma = plane.luma();
		boolean[] even = new boolean[luma.length];
		for (int y = 0; y + 1 < plane.height(); y++) {
			for (int x = 0; x + 1 < width; x++) {
				int at = y * width + x;
				even[at] = Math.abs(luma[at] - luma[at + 1]) <= EVEN && Math.abs(luma[at] - luma[at + width]) <= EVEN;
			}
		}
		return even;
	}

	/** Judged by the middle of the lumas of some points in the box: what is drawn on a patch may differ. */
	private static boolean isOfOneLuma(Plane plane, int[] box) {
		float[] seen = new float[POINTS * POINTS];
		for (int row = 0; row < POINTS; row++) {
			int y = inside(box[1], box[3], row);
			for (int column = 0; column < POINTS; column++) {
				seen[row * POINTS + column] = plane.luma()[y * plane.width() + inside(box[0], box[2], column)];
			}
		}
		Arrays.sort(seen);
		return seen[seen.length * 3 / 4] - seen[seen.length / 3] <= SPREAD;
	}

	private static int inside(int from, int to, int point) {
		return from + (int) ((to - from) * (0.2 + 0.6 * point / (POINTS - 1)));
	}

	/** Fills ovals in the boxes of the patches, row after row of samples. */
	public static void fill(float[] samples, List<double[]> patches) {
		boolean[] hidden = new boolean[samples.length];
		for (double[] patch : patches) {
			hide(hidden, patch);
		}
		MembraneInpainter.fill(samples, hidden);
	}

	private static void hide(boolean[] hidden, double[] patch) {
		double middleX = (patch[0] + patch[2]) / 2 * SIDE;
		double middleY = (patch[1] + patch[3]) / 2 * SIDE;
		double radiusX = (patch[2] - patch[0]) / 2 * SIDE + AROUND;
		double radiusY = (patch[3] - patch[1]) / 2 * SIDE + AROUND;
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE; column++) {
				double x = (column + 0.5 - middleX) / radiusX;
				double y = (row + 0.5 - middleY) / radiusY;
				hidden[row * SIDE + column] |= x * x + y * y <= 1;
			}
		}
	}
}
