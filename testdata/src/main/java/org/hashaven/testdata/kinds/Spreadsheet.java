package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A spreadsheet program's window: ribbon, headings and grid are the same, the cells are not. */
final class Spreadsheet {

	private static final int WIDTH = 1600;
	private static final int HEIGHT = 900;
	private static final int GRID_TOP = 250;
	private static final int GRID_LEFT = 60;
	private static final int CELL_WIDTH = 140;
	private static final int CELL_HEIGHT = 30;
	private static final int INK = 0x303030;
	private static final String[] TABS = {"File", "Home", "Insert", "Layout", "Formulas", "Data", "Review", "View", "Help"};

	private Spreadsheet() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		return Sheet.painted(WIDTH, HEIGHT, 0xffffff, sheet -> {
			ribbon(sheet, member.template());
			sheet.text(Words.amount(content, 900), 220, 212, 16, INK);
			cells(sheet, content);
			grid(sheet);
			sheet.box(0, HEIGHT - 60, WIDTH, 60, 0xf0f0f0);
			sheet.box(90, HEIGHT - 60, 130, 32, 0xffffff);
			sheet.boldText("Sheet1", 112, HEIGHT - 38, 14, 0x1e7044);
			sheet.text("Sheet2      Sheet3      +", 250, HEIGHT - 38, 14, INK);
			sheet.text("Ready", 20, HEIGHT - 8, 12, INK);
			sheet.text("Sum: " + Words.amount(content, 90_000), 1000, HEIGHT - 8, 12, INK);
			sheet.line(1340, HEIGHT - 13, 1500, HEIGHT - 13, 2, 0x808080);
			sheet.box(1416, HEIGHT - 20, 8, 14, 0x606060);
			sheet.text("100%", 1530, HEIGHT - 8, 12, INK);
		});
	}

	private static void ribbon(Sheet sheet, RandomDraws template) {
		sheet.box(0, 0, WIDTH, 40, 0x1e7044);
		Glyphs.centered(sheet, "Book1 - Tables", WIDTH / 2.0, 26, 15, 0xffffff);
		sheet.box(0, 40, WIDTH, 36, 0x1e7044);
		for (int tab = 0; tab < TABS.length; tab++) {
			int left = 20 + 112 * tab;
			if (tab == 1) {
				sheet.box(left - 16, 44, 92, 32, 0xf3f3f3);
			}
			sheet.text(TABS[tab], left, 66, 15, tab == 1 ? 0x1e7044 : 0xffffff);
		}
		sheet.box(0, 76, WIDTH, 110, 0xf3f3f3);
		for (int group = 0; group < 9; group++) {
			int left = 20 + 176 * group;
			for (int sign = 0; sign < 10; sign++) {
				int x = left + 8 + sign % 5 * 30;
				int y = 88 + sign / 5 * 34;
				int rgb = template.oneOf(0x1e7044, 0x3a7ab8, 0xd08a2a, 0x606060, 0xb83a3a);
				switch (template.between(0, 3)) {
					case 0 -> sheet.boldText(template.oneOf("B", "I", "U", "A", "%", "$"), x, y + 20, 17, rgb);
					case 1 -> Glyphs.outline(sheet, x, y + 2, 18, 18, 3, rgb);
					case 2 -> sheet.roundBox(x, y + 2, 20, 20, 4, rgb);
					default -> Glyphs.triangle(sheet, x + 10, y + 12, 9, rgb);
				}
			}
			Glyphs.centered(sheet, template.oneOf("Clipboard", "Font", "Alignment", "Number", "Styles", "Cells"), left + 76, 178, 11,
					0x707070);
			sheet.box(left + 164, 84, 1, 94, 0xc8c8c8);
		}
		sheet.box(0, 186, WIDTH, 36, 0xffffff);
		Glyphs.outline(sheet, 8, 192, 120, 26, 1, 0xc0c0c0);
		sheet.text("C7", 20, 211, 15, INK);
		sheet.text("fx", 176, 211, 15, 0x808080);
	}

	private static void cells(Sheet sheet, RandomDraws content) {
		int columns = content.between(4, 10);
		int rows = content.between(8, 19);
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				int left = GRID_LEFT + column * CELL_WIDTH;
				int top = GRID_TOP + row * CELL_HEIGHT;
				if (row == 0) {
					sheet.box(left, top, CELL_WIDTH, CELL_HEIGHT, 0xd8e8d8);
					sheet.boldText(Words.capitalized(content), left + 8, top + 21, 13, INK);
				} else if (column == 0) {
					sheet.text(Words.line(content, 12), left + 8, top + 21, 13, INK);
				} else if (content.between(0, 9) > 0) {
					Glyphs.rightAligned(sheet, Words.amount(content, 9_999), left + CELL_WIDTH - 8, top + 21, 13, INK);
				}
			}
		}
	}

	private static void grid(Sheet sheet) {
		sheet.box(0, GRID_TOP - 28, WIDTH, 28, 0xe6e6e6);
		sheet.box(0, GRID_TOP, GRID_LEFT, HEIGHT - GRID_TOP, 0xe6e6e6);
		for (int column = 0; column <= 11; column++) {
			int x = GRID_LEFT + column * CELL_WIDTH;
			sheet.box(x, GRID_TOP - 28, 1, HEIGHT - GRID_TOP, 0xd0d0d0);
			Glyphs.centered(sheet, "ABCDEFGHIJKL".substring(column, column + 1), x + CELL_WIDTH / 2.0, GRID_TOP - 8, 14, INK);
		}
		for (int row = 0; row < 20; row++) {
			int y = GRID_TOP + row * CELL_HEIGHT;
			sheet.box(0, y, WIDTH, 1, 0xd0d0d0);
			Glyphs.centered(sheet, Integer.toString(row + 1), GRID_LEFT / 2.0, y + 21, 13, INK);
		}
		Glyphs.outline(sheet, GRID_LEFT + 2 * CELL_WIDTH, GRID_TOP + 6 * CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT, 3, 0x1e7044);
	}
}
