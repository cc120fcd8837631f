package org.hashaven.pdq;

import org.hashaven.image.RgbImage;

/**
 * A picture of at most 512 × 512 pixels to 64 × 64 samples of its luma: two rounds of a box filter along rows and down columns, then the
 * value nearest to each cell's centre.
 *
 * <p>
 * The passes run as one stream of strips of eight columns, so that everything stays in the cache and no plane is ever held. Along rows, all
 * rows advance together ({@link RowBoxFilter}); down columns, eight columns advance together ({@link ColumnBoxFilter}); every row and
 * column keeps the reference's order of float additions. The last pass runs down the 64 sampled columns only.
 */
final class Downsampler {

	/** Samples in either direction. */
	static final int SIDE = 64;

	private Downsampler() {
	}

	/** Filters and samples a picture into the workspace's samples, row-major. */
	static void downsample(RgbImage image, PdqWorkspace workspace) {
		int columns = image.width();
		int rows = image.height();
		int windowAlongRows = RowBoxFilter.window(columns);
		int windowDownColumns = RowBoxFilter.window(rows);
		int delay = RowBoxFilter.delay(windowAlongRows);
		RowBoxFilter first = workspace.firstAlongRows;
		RowBoxFilter second = workspace.secondAlongRows;
		first.start(columns, rows, windowAlongRows);
		second.start(columns, rows, windowAlongRows);
		int[] sampledColumns = centres(columns);
		int sampled = 0;
		for (int column = 0; column < columns + 2 * delay; column += ScratchLayout.STRIP) {
			if (column < columns) {
				RgbToLuma.pick(image, column, workspace.pixels);
				for (int n = 0; n < ScratchLayout.STRIP; n++) {
					RgbToLuma.luma(image, workspace.pixels, n, first.line(column + n));
				}
			}
			// What enters lets out the mean of the column that lies `delay` to its left, which is the first to enter the second round.
			int out = column - delay;
			for (int n = 0; n < ScratchLayout.STRIP && out + n < columns; n++) {
				first.enter(column + n);
				first.mean(workspace.strip, n * ScratchLayout.STRIDE);
			}
			ColumnBoxFilter.filter(workspace.strip, workspace.filteredStrip, 0, rows, windowDownColumns);
			second.keep(workspace.filteredStrip, out);
			for (int n = Math.max(0, -out); n < ScratchLayout.STRIP; n++) {
				if (out + n >= columns + delay) {
					break;
				}
				second.enter(out + n);
				for (; sampled < SIDE && sampledColumns[sampled] == out + n - delay; sampled++) {
					second.mean(workspace.sampledColumns, sampled * ScratchLayout.STRIDE);
				}
			}
		}
		for (int n = 0; n < SIDE; n += ScratchLayout.STRIP) {
			ColumnBoxFilter.filter(workspace.sampledColumns, workspace.filteredColumns, n * ScratchLayout.STRIDE, rows, windowDownColumns);
		}
		pickRows(workspace.filteredColumns, centres(rows), workspace.samples);
	}

	/** The pixel at the centre of each cell, ascending; cells of small pictures share pixels. */
	private static int[] centres(int pixels) {
		int[] centres = new int[SIDE];
		for (int cell = 0; cell < SIDE; cell++) {
			centres[cell] = (int) ((cell + 0.5) * pixels / SIDE);
		}
		return centres;
	}

	private static void pickRows(float[] columns, int[] rows, float[] samples) {
		for (int i = 0; i < SIDE; i++) {
			for (int j = 0; j < SIDE; j++) {
				samples[i * SIDE + j] = columns[j * ScratchLayout.STRIDE + rows[i]];
			}
		}
	}

	/** The luma of a 64 × 64 picture as samples, unfiltered. */
	static void copy(RgbImage image, PdqWorkspace workspace) {
		for (int column = 0; column < SIDE; column += ScratchLayout.STRIP) {
			RgbToLuma.pick(image, column, workspace.pixels);
			for (int n = 0; n < ScratchLayout.STRIP; n++) {
				RgbToLuma.luma(image, workspace.pixels, n, workspace.strip);
				for (int row = 0; row < SIDE; row++) {
					workspace.samples[row * SIDE + column + n] = workspace.strip[row];
				}
			}
		}
	}
}
