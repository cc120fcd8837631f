package org.hashaven.view.fill;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.view.raster.Plane;
import org.hashaven.view.raster.Window;

/**
 * The rounded corners of a picture that was put somewhere: how round they are, and samples in which the picture goes on into them.
 *
 * <p>
 * Along the diagonal of a corner the ground ends 1 - 1/√2 of the radius inside; where at least two corners say so, all four are filled,
 * each sample with the one on the arc before it.
 */
public final class Corners {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	private static final double DIAGONAL = 1 - Math.sqrt(0.5);
	/** Of the shorter side. */
	private static final double MOST = 0.3;
	private static final float SAME = 7;
	private static final int OUTSIDE = 3;
	/** Pixels of ground along the diagonal, at least. */
	private static final int LEAST = 2;
	/** Cells inside the arc that samples are taken from. */
	private static final double INNER = 0.9;

	private Corners() {
	}

	/** The radius in pixels; 0 for square corners. */
	public static double radius(Plane plane, Window window) {
		int most = (int) (MOST * DIAGONAL * Math.min(window.width(), window.height()));
		double[] depths = new double[4];
		int known = 0;
		for (int corner = 0; corner < 4; corner++) {
			int depth = depth(plane, window, corner % 2 == 1, corner >= 2, most);
			if (depth >= LEAST && depth < most) {
				depths[known++] = depth;
			}
		}
		if (known < 2) {
			return 0;
		}
		Arrays.sort(depths, 0, known);
		return depths[known / 2] / DIAGONAL;
	}

	private static int depth(Plane plane, Window window, boolean right, boolean lower, int most) {
		double x = right ? window.right() : window.left();
		double y = lower ? window.bottom() : window.top();
		int stepX = right ? -1 : 1;
		int stepY = lower ? -1 : 1;
		float ground = at(plane, x - OUTSIDE * stepX, y - OUTSIDE * stepY);
		int depth = 0;
		while (depth < most && Math.abs(at(plane, x + (depth + 0.5) * stepX, y + (depth + 0.5) * stepY) - ground) <= SAME) {
			depth++;
		}
		return depth;
	}

	private static float at(Plane plane, double x, double y) {
		int column = Math.clamp((long) Math.floor(x), 0, plane.width() - 1);
		int row = Math.clamp((long) Math.floor(y), 0, plane.height() - 1);
		return plane.luma()[row * plane.width() + column];
	}

	/**
	 * Fills the corners of samples, row after row.
	 *
	 * @param across
	 *            the radius in cells along rows
	 * @param down
	 *            the radius in cells along columns
	 */
	public static void fill(float[] samples, double across, double down) {
		double inner = Math.max(0, 1 - INNER / Math.min(across, down));
		int rows = Math.min(SIDE / 2, (int) Math.ceil(down));
		int columns = Math.min(SIDE / 2, (int) Math.ceil(across));
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				double x = 1 - (column + 0.5) / across;
				double y = 1 - (row + 0.5) / down;
				double far = Math.hypot(x, y);
				if (x > 0 && y > 0 && far > inner) {
					int fromColumn = Math.clamp((long) ((1 - x / far * inner) * across), 0, SIDE / 2 - 1);
					int fromRow = Math.clamp((long) ((1 - y / far * inner) * down), 0, SIDE / 2 - 1);
					copy(samples, row, column, fromRow, fromColumn);
				}
			}
		}
	}

	private static void copy(float[] samples, int row, int column, int fromRow, int fromColumn) {
		int end = SIDE - 1;
		samples[row * SIDE + column] = samples[fromRow * SIDE + fromColumn];
		samples[row * SIDE + end - column] = samples[fromRow * SIDE + end - fromColumn];
		samples[(end - row) * SIDE + column] = samples[(end - fromRow) * SIDE + fromColumn];
		samples[(end - row) * SIDE + end - column] = samples[(end - fromRow) * SIDE + end - fromColumn];
	}
}
