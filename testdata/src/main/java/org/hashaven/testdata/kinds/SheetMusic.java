package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A page of piano music: staves, braces, clefs and signatures of one edition, other notes. */
final class SheetMusic {

	private static final int WIDTH = 1200;
	private static final int HEIGHT = 1600;
	private static final int INK = 0x1c1c1c;
	private static final int SYSTEMS = 5;
	/** Distance of two lines of a staff. */
	private static final int GAP = 14;
	private static final int LEFT = 110;
	private static final int RIGHT = WIDTH - 70;

	private SheetMusic() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture page = Sheet.painted(WIDTH, HEIGHT, 0xf8f5ea, sheet -> {
			Glyphs.boldCentered(sheet, Words.line(content, 20), WIDTH / 2.0, 100, 46, INK);
			Glyphs.rightAligned(sheet, Words.fullName(content), RIGHT, 160, 20, INK);
			sheet.text("Andante", LEFT, 180, 22, INK);
			for (int system = 0; system < SYSTEMS; system++) {
				int top = 230 + 262 * system;
				system(sheet, top);
				notes(sheet, content, top);
				notes(sheet, content, top + 130);
			}
			Glyphs.centered(sheet, "EDITION ORPHEUS  E.O. 2214", WIDTH / 2.0, HEIGHT - 40, 16, INK);
		});
		return Scan.of(page, content);
	}

	private static void system(Sheet sheet, int top) {
		for (int staff = 0; staff < 2; staff++) {
			for (int line = 0; line < 5; line++) {
				int y = top + 130 * staff + GAP * line;
				sheet.line(LEFT, y, RIGHT, y, 2, INK);
			}
		}
		int bottom = top + 130 + 4 * GAP;
		for (int bar = 0; bar <= 4; bar++) {
			int x = LEFT + (RIGHT - LEFT) * bar / 4;
			sheet.line(x, top, x, bottom, bar == 0 || bar == 4 ? 4 : 2, INK);
		}
		sheet.arc(LEFT - 10, top + 46, 12, 48, 90, 270, 7, INK);
		sheet.arc(LEFT - 10, bottom - 46, 12, 48, 90, 270, 7, INK);
		trebleClef(sheet, LEFT + 36, top + 3 * GAP);
		bassClef(sheet, LEFT + 32, top + 130 + GAP);
		for (int staff = 0; staff < 2; staff++) {
			sharp(sheet, LEFT + 74, top + 130 * staff + staff * GAP);
			sheet.boldText("4", LEFT + 96, top + 130 * staff + 2 * GAP, 24, INK);
			sheet.boldText("4", LEFT + 96, top + 130 * staff + 4 * GAP, 24, INK);
		}
	}

	private static void trebleClef(Sheet sheet, double x, double y) {
		sheet.arc(x, y, 11, 11, 0, 300, 4, INK);
		sheet.arc(x, y - 4, 18, 20, 90, 260, 5, INK);
		sheet.arc(x + 4, y - 34, 12, 26, 200, 400, 4, INK);
		sheet.line(x + 2, y - 62, x + 8, y + 26, 3, INK);
		sheet.disc(x + 2, y + 28, 6, INK);
	}

	private static void bassClef(Sheet sheet, double x, double y) {
		sheet.disc(x - 8, y, 6, INK);
		sheet.arc(x, y + 2, 14, 14, 180, 360, 5, INK);
		sheet.arc(x - 12, y + 2, 26, 34, 0, 80, 5, INK);
		sheet.disc(x + 22, y - 6, 3, INK);
		sheet.disc(x + 22, y + 7, 3, INK);
	}

	private static void sharp(Sheet sheet, double x, double y) {
		for (int side = 0; side < 2; side++) {
			sheet.line(x + 7 * side, y - 15, x + 7 * side, y + 15, 2, INK);
			sheet.line(x - 4, y - 3 + 8 * side, x + 11, y - 7 + 8 * side, 4, INK);
		}
	}

	private static void notes(Sheet sheet, RandomDraws content, int top) {
		for (int bar = 0; bar < 4; bar++) {
			double from = LEFT + (RIGHT - LEFT) * bar / 4.0 + (bar == 0 ? 130 : 24);
			double to = LEFT + (RIGHT - LEFT) * (bar + 1) / 4.0 - 16;
			int count = content.oneOf(1, 2, 4, 4, 6, 8);
			double lastX = 0;
			double lastY = 0;
			for (int i = 0; i < count; i++) {
				double x = from + (to - from) * (i + 0.3) / count;
				double y = top + GAP / 2.0 * content.between(-2, 9);
				sheet.oval(x, y, 9, 7, INK);
				if (count <= 2) {
					sheet.oval(x, y, 5, 4, 0xf8f5ea);
				}
				boolean up = y > top + 2 * GAP;
				double stemX = up ? x + 8 : x - 8;
				double stemY = up ? y - 46 : y + 46;
				if (count > 1) {
					sheet.line(stemX, y, stemX, stemY, 2, INK);
				}
				if (count > 4 && i % 2 == 1) {
					sheet.line(lastX, lastY, stemX, stemY, 7, INK);
				}
				lastX = stemX;
				lastY = stemY;
			}
		}
	}
}
