package org.hashaven.view.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Connected pixels, found row by row: runs that touch those of the row above belong together. */
public final class ConnectedComponents {

	/** Parent of each run, an earlier one of its blob, or itself if it is the first. */
	private int[] parents = new int[256];
	private int[] froms = new int[256];
	private int[] tos = new int[256];
	private int runs;
	/** Where runs of a row begin and end. */
	private final int[] changes;

	private ConnectedComponents(int width) {
		this.changes = new int[width + 1];
	}

	/**
	 * The boxes around all blobs: left, top, right, bottom, number of pixels; right and bottom are behind the last ones.
	 *
	 * @param ink
	 *            row after row
	 */
	public static List<int[]> boxes(boolean[] ink, int width, int height) {
		ConnectedComponents blobs = new ConnectedComponents(width);
		int[] rows = new int[height + 1];
		int above = 0;
		for (int y = 0; y < height; y++) {
			int here = blobs.runs;
			rows[y] = here;
			blobs.row(ink, y * width, width);
			blobs.join(above, here);
			above = here;
		}
		rows[height] = blobs.runs;
		return blobs.collect(rows, width);
	}

	private void row(boolean[] ink, int at, int width) {
		int count = 0;
		int before = 0;
		for (int x = 0; x < width; x++) {
			int here = ink[at + x] ? 1 : 0;
			changes[count] = x; // kept if it is one, without a branch, which would often be predicted wrong
			count += here ^ before;
			before = here;
		}
		changes[count] = width;
		for (int i = 0; i < count; i += 2) {
			add(changes[i], changes[i + 1]);
		}
	}

	private void add(int from, int to) {
		if (runs == parents.length) {
			parents = Arrays.copyOf(parents, 2 * runs);
			froms = Arrays.copyOf(froms, 2 * runs);
			tos = Arrays.copyOf(tos, 2 * runs);
		}
		parents[runs] = runs;
		froms[runs] = from;
		tos[runs] = to;
		runs++;
	}

	/** Joins the runs of two rows, the upper of which begins and ends where told. */
	private void join(int above, int here) {
		int upper = above;
		for (int run = here; run < runs; run++) {
			while (upper < here && tos[upper] <= froms[run]) {
				upper++;
			}
			for (int other = upper; other < here && froms[other] < tos[run]; other++) {
				int one = root(other);
				int two = root(run);
				parents[Math.max(one, two)] = Math.min(one, two);
			}
		}
	}

	private int root(int run) {
		int root = run;
		while (parents[root] != root) {
			parents[root] = parents[parents[root]];
			root = parents[root];
		}
		return root;
	}

	private List<int[]> collect(int[] rows, int width) {
		int[][] boxes = new int[runs][];
		List<int[]> list = new ArrayList<>();
		for (int y = 0; y + 1 < rows.length; y++) {
			for (int run = rows[y]; run < rows[y + 1]; run++) {
				if (parents[run] == run) {
					boxes[run] = new int[]{width, y, 0, 0, 0};
					list.add(boxes[run]);
				}
				int[] box = boxes[parents[run]]; // which is known, being of an earlier run
				boxes[run] = box;
				box[0] = Math.min(box[0], froms[run]);
				box[2] = Math.max(box[2], tos[run]);
				box[3] = y + 1;
				box[4] += tos[run] - froms[run];
			}
		}
		return list;
	}
}
