package org.hashaven.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Connected pixels, found row by row: runs that touch those of the row above belong together. */
final class Blobs {

	/** Parent of each run; a run that is its own is the root of its blob and has its box. */
	private int[] parents = new int[256];
	private int[] froms = new int[256];
	private int[] tos = new int[256];
	private int runs;

	private Blobs() {
	}

	/**
	 * The boxes around all blobs: left, top, right, bottom, number of pixels; right and bottom are behind the last ones.
	 *
	 * @param ink
	 *            row after row
	 */
	static List<int[]> boxes(boolean[] ink, int width, int height) {
		Blobs blobs = new Blobs();
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
		int x = 0;
		while (x < width) {
			if (ink[at + x]) {
				int from = x;
				while (x < width && ink[at + x]) {
					x++;
				}
				add(from, x);
			} else {
				x++;
			}
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
				parents[root(other)] = root(run);
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
				int root = root(run);
				if (boxes[root] == null) {
					boxes[root] = new int[]{width, y, 0, 0, 0};
					list.add(boxes[root]);
				}
				int[] box = boxes[root];
				box[0] = Math.min(box[0], froms[run]);
				box[2] = Math.max(box[2], tos[run]);
				box[3] = y + 1;
				box[4] += tos[run] - froms[run];
			}
		}
		return list;
	}
}
