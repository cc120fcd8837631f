package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/**
 * A payment placard with a QR code of version 3: the function patterns and the first modules, where all payloads begin alike, are the same,
 * the other modules are not. The code need not be readable.
 */
final class QrPlacard {

	private static final int WIDTH = 900;
	private static final int HEIGHT = 1200;
	private static final int MODULES = 29;
	private static final int MODULE_PX = 20;
	private static final int LEFT = (WIDTH - MODULES * MODULE_PX) / 2;
	private static final int TOP = 330;
	private static final int INK = 0x101014;
	/** Columns at the right edge whose modules are those of the common prefix. */
	private static final int PREFIX_COLUMNS = 4;

	private QrPlacard() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		RandomDraws template = member.template();
		return Sheet.painted(WIDTH, HEIGHT, 0x2a62d8, sheet -> {
			sheet.roundBox(60, 260, WIDTH - 120, 780, 40, 0xffffff);
			sheet.disc(150, 130, 60, 0xffffff);
			sheet.boldText("P", 124, 160, 60, 0x2a62d8);
			sheet.boldText("quickpay", 236, 156, 62, 0xffffff);
			for (int row = 0; row < MODULES; row++) {
				for (int column = 0; column < MODULES; column++) {
					boolean prefix = column >= MODULES - PREFIX_COLUMNS;
					boolean own = content.coin();
					boolean common = template.coin();
					if (isFree(row, column) && (prefix ? common : own)) {
						module(sheet, row, column);
					}
				}
			}
			functionPatterns(sheet);
			Glyphs.boldCentered(sheet, Words.fullName(content), WIDTH / 2.0, 980, 38, INK);
			Glyphs.centered(sheet, "Scan to pay", WIDTH / 2.0, 1106, 38, 0xffffff);
			Glyphs.centered(sheet, "No cash, no card, no fees", WIDTH / 2.0, 1160, 22, 0xd0dcf8);
		});
	}

	private static boolean isFree(int row, int column) {
		boolean finder = (row < 9 && column < 9) || (row < 9 && column > MODULES - 9) || (row > MODULES - 9 && column < 9);
		boolean alignment = row >= 20 && row <= 24 && column >= 20 && column <= 24;
		return !finder && !alignment && row != 6 && column != 6;
	}

	private static void module(Sheet sheet, int row, int column) {
		sheet.box(LEFT + column * MODULE_PX, TOP + row * MODULE_PX, MODULE_PX, MODULE_PX, INK);
	}

	private static void functionPatterns(Sheet sheet) {
		square(sheet, 0, 0, 7);
		square(sheet, 0, MODULES - 7, 7);
		square(sheet, MODULES - 7, 0, 7);
		square(sheet, 20, 20, 5);
		for (int i = 8; i < MODULES - 8; i += 2) {
			module(sheet, 6, i);
			module(sheet, i, 6);
		}
	}

	/** A dark square with a light ring in it: a finder pattern of 7 modules, an alignment pattern of 5. */
	private static void square(Sheet sheet, int row, int column, int modules) {
		for (int inset = 0; inset < 3; inset++) {
			int side = (modules - 2 * inset) * MODULE_PX;
			sheet.box(LEFT + (column + inset) * MODULE_PX, TOP + (row + inset) * MODULE_PX, side, side, inset == 1 ? 0xffffff : INK);
		}
	}
}
