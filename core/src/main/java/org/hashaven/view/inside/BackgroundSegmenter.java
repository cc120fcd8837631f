package org.hashaven.view.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashaven.view.inside.Rectangles.Rectangle;
import org.hashaven.view.raster.ConnectedComponents;
import org.hashaven.view.raster.Plane;

/**
 * What lies on even ground, as pictures lie in a chat or on a page: the boxes around connected pixels that are not ground.
 *
 * <p>
 * Ground is what is flat and has one of the commonest lumas; looked at three times: the commonest alone, the commonest few, and all that is
 * flat, which may be a gradient.
 */
public final class BackgroundSegmenter {

	private static final float FLAT = 3;
	private static final float HUGE = 1e30f;
	private static final int LEVELS = 256;
	private static final int NEAR = 2;
	/** Of all pixels, to be a ground. */
	private static final double COMMON = 0.04;
	private static final int GROUNDS = 4;
	/** Of a box, to be covered by its own pixels. */
	private static final double COVERED = 0.3;
	/** Of a line through the box, to belong to it. */
	private static final double DENSE = 0.5;

	/** Of the smaller of two boxes. */
	private static final double OVERLAP = 0.3;

	private final Plane plane;
	private final double leastArea;
	private final int[] levels;
	private final List<Rectangle> found = new ArrayList<>();

	private BackgroundSegmenter(Plane plane, double leastArea) {
		this.plane = plane;
		this.leastArea = leastArea * plane.width() * plane.height();
		this.levels = flatLevels(plane);
	}

	/**
	 * Finds the boxes.
	 *
	 * @param leastArea
	 *            of a box, of the plane's
	 */
	public static List<Rectangle> find(Plane plane, double leastArea) {
		BackgroundSegmenter papers = new BackgroundSegmenter(plane, leastArea);
		int[] grounds = papers.grounds();
		boolean[] ground = new boolean[LEVELS + 1];
		for (int i = 0; i < grounds.length; i++) {
			Arrays.fill(ground, Math.max(0, grounds[i] - NEAR), Math.min(LEVELS, grounds[i] + NEAR + 1), true);
			if (i == 0 || i == grounds.length - 1) {
				papers.boxes(ground);
			}
		}
		Arrays.fill(ground, 0, LEVELS, true);
		papers.boxes(ground);
		return papers.found;
	}

	/** The luma of each pixel that is flat, {@value #LEVELS} of others. */
	private static int[] flatLevels(Plane plane) {
		int width = plane.width();
		float[] luma = plane.luma();
		int[] levels = new int[luma.length];
		float[] excess = new float[width];
		for (int y = 0; y < plane.height(); y++) {
			int line = y * width;
			int above = y == 0 ? line : line - width;
			int below = y + 1 == plane.height() ? line : line + width;
			for (int x = 0; x < width; x += Math.max(1, width - 1)) { // both ends
				excess[x] = excess(luma[line + Math.min(x + 1, width - 1)] - luma[line + Math.max(x - 1, 0)],
						luma[below + x] - luma[above + x]);
			}
			excess(luma, line, above, below, excess);
			levels(luma, line, excess, levels);
		}
		return levels;
	}

	// The loops have no branches, so that the JIT makes vectors of them.

	private static void excess(float[] luma, int line, int above, int below, float[] excess) {
		for (int x = 1; x < excess.length - 1; x++) {
			excess[x] = excess(luma[line + x + 1] - luma[line + x - 1], luma[below + x] - luma[above + x]);
		}
	}

	/** 0 where neither step is more than flat. */
	private static float excess(float across, float down) {
		float moreAcross = Math.abs(across) - FLAT;
		float moreDown = Math.abs(down) - FLAT;
		return moreAcross + Math.abs(moreAcross) + (moreDown + Math.abs(moreDown));
	}

	/** The least excess, multiplied by a huge number, is greater than any level. */
	private static void levels(float[] luma, int line, float[] excess, int[] levels) {
		for (int x = 0; x < excess.length; x++) {
			levels[line + x] = Math.max(Math.min(LEVELS, (int) (HUGE * excess[x])), Math.min(LEVELS - 1, (int) (luma[line + x] + 0.5f)));
		}
	}

	/** The commonest lumas of what is flat. */
	private int[] grounds() {
		int[] counts = new int[LEVELS + 1];
		for (int level : levels) {
			counts[level]++;
		}
		int[] grounds = new int[GROUNDS];
		int number = 0;
		while (number < GROUNDS) {
			int best = 0;
			int most = 0;
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
			if (most < COMMON * levels.length) {
				break;
			}
			grounds[number++] = best;
			Arrays.fill(counts, Math.max(0, best - NEAR), Math.min(LEVELS, best + NEAR + 1), 0);
		}
		return Arrays.copyOf(grounds, number);
	}

	private void boxes(boolean[] ground) {
		boolean[] ink = new boolean[levels.length];
		for (int i = 0; i < ink.length; i++) {
			ink[i] = !ground[levels[i]];
		}
		List<int[]> boxes = new ArrayList<>();
		for (int[] box : ConnectedComponents.boxes(ink, plane.width(), plane.height())) {
			if (area(box) >= leastArea / 4 && box[4] > leastArea / 8) {
				boxes.add(box);
			}
		}
		merge(boxes);
		for (int[] box : boxes) {
			double area = (box[2] - box[0]) * (double) (box[3] - box[1]);
			if (area >= leastArea && box[4] >= COVERED * area) {
				add(box[0], box[1], box[2], box[3]);
				dense(ink, box);
			}
		}
	}

	private static double overlap(int[] one, int[] other) {
		double across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
		double down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
		return Math.max(0, across) * Math.max(0, down);
	}

	private static double area(int[] box) {
		return (box[2] - box[0]) * (double) (box[3] - box[1]);
	}

	/** Boxes that overlap become one. */
	private static void merge(List<int[]> boxes) {
		for (int i = 0; i < boxes.size(); i++) {
			int[] one = boxes.get(i);
			for (int j = i + 1; j < boxes.size(); j++) {
				int[] other = boxes.get(j);
				if (overlap(one, other) > OVERLAP * Math.min(area(one), area(other))) {
					int[] both = {Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]),
							Math.max(one[3], other[3]), one[4] + other[4]};
					boxes.remove(j);
					boxes.set(i, both);
					i = -1;
					break;
				}
			}
		}
	}

	/** The box without what sticks out of it, as a face beside a picture. */
	private void dense(boolean[] ink, int[] box) {
		int left = box[0];
		int right = box[2];
		int top = box[1];
		int bottom = box[3];
		while (right - left > 2 && columnShare(ink, left, top, bottom) < DENSE) {
			left++;
		}
		while (right - left > 2 && columnShare(ink, right - 1, top, bottom) < DENSE) {
			right--;
		}
		while (bottom - top > 2 && rowShare(ink, top, left, right) < DENSE) {
			top++;
		}
		while (bottom - top > 2 && rowShare(ink, bottom - 1, left, right) < DENSE) {
			bottom--;
		}
		if ((right - left) * (double) (bottom - top) >= leastArea) {
			add(left, top, right, bottom);
		}
	}

	private double columnShare(boolean[] ink, int x, int top, int bottom) {
		int count = 0;
		for (int y = top; y < bottom; y++) {
			count += ink[y * plane.width() + x] ? 1 : 0;
		}
		return count / (double) (bottom - top);
	}

	private double rowShare(boolean[] ink, int y, int left, int right) {
		int count = 0;
		for (int x = left; x < right; x++) {
			count += ink[y * plane.width() + x] ? 1 : 0;
		}
		return count / (double) (right - left);
	}

	private void add(int left, int top, int right, int bottom) {
		// The step to the ground makes one pixel of the ground uneven.
		int x0 = left == 0 ? 0 : left + 1;
		int y0 = top == 0 ? 0 : top + 1;
		int x1 = right == plane.width() ? right : right - 1;
		int y1 = bottom == plane.height() ? bottom : bottom - 1;
		if (x1 > x0 && y1 > y0 && (x0 > 0 || y0 > 0 || x1 < plane.width() || y1 < plane.height())) {
			double share = (x1 - x0) * (double) (y1 - y0) / (plane.width() * (double) plane.height());
			found.add(new Rectangle(x0, y0, x1, y1, 0.9 + 0.2 * Math.sqrt(share)));
		}
	}
}
