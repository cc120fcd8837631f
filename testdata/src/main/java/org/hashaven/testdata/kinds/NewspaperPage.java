package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** The front page of a newspaper, scanned: the masthead and the columns are the same, the news are not. */
final class NewspaperPage {

	private static final int WIDTH = 1200;
	private static final int HEIGHT = 1600;
	private static final int INK = 0x26241f;
	private static final int LEFT = 60;
	private static final int COLUMN_PX = 216;
	private static final int LINE_PX = 19;

	private NewspaperPage() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture photo = member.photo(3 * COLUMN_PX - 16, 430).toGrey();
		Picture page = Sheet.painted(WIDTH, HEIGHT, 0xece6d8, sheet -> {
			masthead(sheet, content);
			line(sheet, Words.line(content, 30), 400, 50);
			line(sheet, Words.line(content, 62), 448, 24);
			sheet.picture(photo, LEFT, 480);
			sheet.text(Words.line(content, 60), LEFT, 936, 13, INK);
			for (int column = 0; column < 5; column++) {
				column(sheet, content, LEFT + column * COLUMN_PX, column < 3 ? 970 : 490);
			}
			box(sheet);
		});
		return Scan.of(page, content);
	}

	private static void masthead(Sheet sheet, RandomDraws content) {
		sheet.disc(130, 120, 62, INK);
		sheet.disc(130, 120, 54, 0xece6d8);
		sheet.shape(INK, 100, 150, 130, 72, 160, 150);
		sheet.line(84, 150, 176, 150, 6, INK);
		Glyphs.boldCentered(sheet, "The Harbour Herald", WIDTH / 2.0 + 70, 156, 54, INK);
		Glyphs.centered(sheet, "Independent since 1874", WIDTH / 2.0 + 70, 210, 22, INK);
		sheet.box(LEFT, 244, WIDTH - 2 * LEFT, 5, INK);
		sheet.text(Words.date(content), LEFT, 276, 17, INK);
		Glyphs.centered(sheet, "No. " + content.between(10_000, 49_999), WIDTH / 2.0, 276, 17, INK);
		Glyphs.rightAligned(sheet, "Late edition   2.80", WIDTH - LEFT, 276, 17, INK);
		sheet.box(LEFT, 290, WIDTH - 2 * LEFT, 2, INK);
	}

	private static void column(Sheet sheet, RandomDraws content, int left, int top) {
		int y = top;
		if (top < 900) {
			sheet.boldText(Words.line(content, 13), left, y + 26, 17, INK);
			sheet.boldText(Words.line(content, 13), left, y + 56, 17, INK);
			y += 80;
		}
		int end = left == LEFT + 4 * COLUMN_PX ? 1250 : HEIGHT - 60;
		for (; y < end; y += LINE_PX) {
			sheet.text(Words.line(content, 24), left, y + 14, 10, INK);
		}
		if (left > LEFT) {
			sheet.box(left - 10, top, 1, end - top, INK);
		}
	}

	private static void line(Sheet sheet, String text, int baseline, int maxHeight) {
		sheet.boldText(text, LEFT, baseline, Glyphs.fittingHeight(text, maxHeight, WIDTH - 2.0 * LEFT), INK);
	}

	/** The weather and the index of pages, the same every day. */
	private static void box(Sheet sheet) {
		int left = LEFT + 4 * COLUMN_PX;
		Glyphs.outline(sheet, left, 1270, COLUMN_PX - 6, 260, 3, INK);
		sheet.box(left, 1270, COLUMN_PX - 6, 44, INK);
		Glyphs.boldCentered(sheet, "INSIDE", left + 105, 1301, 22, 0xece6d8);
		String[] pages = {"Weather   2", "Letters   6", "Business  9", "Stage    14", "Sport    19"};
		for (int i = 0; i < pages.length; i++) {
			sheet.text(pages[i], left + 20, 1350 + 38 * i, 19, INK);
		}
	}
}
