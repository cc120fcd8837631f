package org.hashaven.samples.distortions;

import java.util.List;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * One of several pictures on a sheet, each covering its cell; the others come from the seed.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param cells
 *            in parts of the sheet: left, top, width, height
 * @param chosen
 *            the cell of this picture
 * @param shownPercent
 *            how much of this picture its cell shows, of its width or its height
 * @param gapPercent
 *            between the cells and around them, of the sheet's shorter side
 * @param gapColour
 *            of what is between them
 */
record Tiles(String name, List<double[]> cells, int chosen, double shownPercent, double gapPercent, int gapColour) implements Distortion {

	Tiles {
		cells = List.copyOf(cells);
	}

	/** Two side by side or one above the other, the first one so large a part. */
	static Tiles pair(String name, boolean upright, double part, int chosen, double shownPercent, double gapPercent, int gapColour) {
		List<double[]> cells = upright
				? List.of(new double[]{0, 0, 1, part}, new double[]{0, part, 1, 1 - part})
				: List.of(new double[]{0, 0, part, 1}, new double[]{part, 0, 1 - part, 1});
		return new Tiles(name, cells, chosen, shownPercent, gapPercent, gapColour);
	}

	/** So many rows and columns of equal cells. */
	static Tiles grid(String name, int columns, int rows, int chosen, double shownPercent, double gapPercent, int gapColour) {
		double[][] cells = new double[columns * rows][];
		for (int i = 0; i < cells.length; i++) {
			int column = i % columns;
			int row = i / columns;
			cells[i] = new double[]{column / (double) columns, row / (double) rows, 1.0 / columns, 1.0 / rows};
		}
		return new Tiles(name, List.of(cells), chosen, shownPercent, gapPercent, gapColour);
	}

	/** A large one above and two small ones below it. */
	static Tiles three(String name, int chosen, double shownPercent, double gapPercent, int gapColour) {
		List<double[]> cells = List.of(new double[]{0, 0, 1, 0.6}, new double[]{0, 0.6, 0.5, 0.4}, new double[]{0.5, 0.6, 0.5, 0.4});
		return new Tiles(name, cells, chosen, shownPercent, gapPercent, gapColour);
	}

	static Tiles drawn(RandomDraws chance) {
		double shown = chance.coin() ? 100 : chance.within(85, 100);
		double gap = chance.coin() ? 0 : chance.within(0.5, 4);
		int colour = chance.oneOf(0, 0xffffff, chance.colour());
		String name = "collage-drawn-" + RandomDraws.word(shown) + "-" + RandomDraws.word(gap);
		return switch (chance.between(0, 4)) {
			case 0 -> grid(name + "-of-4", 2, 2, chance.between(0, 3), shown, gap, colour);
			case 1 -> three(name + "-of-3", chance.between(0, 1), shown, gap, colour);
			default -> pair(name + "-of-2", chance.coin(), chance.within(0.35, 0.65), chance.between(0, 1), shown, gap, colour);
		};
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		double[] own = cells.get(chosen);
		boolean narrower = chance.coin();
		double cellWidth = picture.width() * (narrower ? shownPercent / 100 : 1);
		double cellHeight = picture.height() * (narrower ? 1 : shownPercent / 100);
		int width = side(cellWidth / own[2]);
		int height = side(cellHeight / own[3]);
		int gap = (int) Math.round(Math.min(width, height) * gapPercent / 100);
		return Sheet.painted(width + gap, height + gap, gapColour, sheet -> {
			for (int i = 0; i < cells.size(); i++) {
				double[] cell = cells.get(i);
				int left = (int) Math.round(cell[0] * width);
				int top = (int) Math.round(cell[1] * height);
				int wide = Math.max(1, (int) Math.round((cell[0] + cell[2]) * width) - left - gap);
				int high = Math.max(1, (int) Math.round((cell[1] + cell[3]) * height) - top - gap);
				Picture other = i == chosen ? picture : PictureGenerator.photo(chance.seed(), Math.min(wide, 640), Math.min(high, 640));
				sheet.picture(Fit.covering(other, wide, high), left + gap, top + gap);
			}
		});
	}

	private static int side(double pixels) {
		return Math.clamp(Math.round(pixels), 1, 20_000);
	}
}
