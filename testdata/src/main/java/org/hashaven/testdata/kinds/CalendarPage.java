package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A month of a wall calendar: a photograph above, a table of days with entries in handwriting below. */
final class CalendarPage {

	private static final int WIDTH = 1200;
	private static final int HEIGHT = 1500;
	private static final int PHOTO_HEIGHT = 560;
	private static final int TABLE_TOP = 720;
	private static final int CELL_WIDTH = 160;
	private static final int CELL_HEIGHT = 118;
	private static final int INK = 0x2a2a30;
	private static final int ACCENT = 0xb83a3a;
	private static final String[] MONTHS = {"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
			"OCTOBER",
			"NOVEMBER", "DECEMBER"};
	private static final String[] DAYS = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};

	private CalendarPage() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture photo = member.photo(WIDTH - 80, PHOTO_HEIGHT - 60);
		int year = content.between(2015, 2026);
		int month = content.between(0, 11);
		int first = content.between(0, 6);
		Picture page = Sheet.painted(WIDTH, HEIGHT, 0xfaf7f0, sheet -> {
			binding(sheet);
			sheet.picture(photo, 40, 60);
			sheet.boldText(MONTHS[month], 40, 650, 56, ACCENT);
			Glyphs.rightAligned(sheet, Integer.toString(year), WIDTH - 40, 650, 56, INK);
			table(sheet);
			for (int day = 1; day <= (month == 1 ? 28 : 30); day++) {
				int cell = first + day - 1;
				int left = 40 + cell % 7 * CELL_WIDTH;
				int top = TABLE_TOP + cell / 7 * CELL_HEIGHT;
				sheet.boldText(Integer.toString(day), left + 14, top + 44, 28, cell % 7 > 4 ? ACCENT : INK);
				if (content.between(0, 4) == 0) {
					Glyphs.handwriting(sheet, content, content.between(4, 8), left + 16, top + 92, 22, 0x2a4ab0);
				}
			}
			Glyphs.centered(sheet, "Harbour Printing House - www.harbourprint.example", WIDTH / 2.0, HEIGHT - 24, 16, 0x8a8a90);
		});
		return Scan.of(page, content);
	}

	private static void binding(Sheet sheet) {
		sheet.box(0, 0, WIDTH, 44, 0x3a3a42);
		for (int x = 30; x < WIDTH; x += 38) {
			sheet.disc(x, 22, 9, 0xf4f4f4);
			sheet.arc(x, 14, 7, 18, 180, 360, 4, 0xa8a8b0);
		}
	}

	private static void table(Sheet sheet) {
		for (int day = 0; day < 7; day++) {
			sheet.box(40 + day * CELL_WIDTH, 676, CELL_WIDTH, 44, day > 4 ? 0xd88a8a : 0x9aa4b8);
			Glyphs.boldCentered(sheet, DAYS[day], 40 + (day + 0.5) * CELL_WIDTH, 708, 20, 0xffffff);
		}
		for (int line = 0; line <= 6; line++) {
			sheet.line(40, TABLE_TOP + line * CELL_HEIGHT, WIDTH - 40, TABLE_TOP + line * CELL_HEIGHT, 2, 0xa8a8b0);
		}
		for (int line = 0; line <= 7; line++) {
			sheet.line(40 + line * CELL_WIDTH, TABLE_TOP, 40 + line * CELL_WIDTH, TABLE_TOP + 6 * CELL_HEIGHT, 2, 0xa8a8b0);
		}
	}
}
