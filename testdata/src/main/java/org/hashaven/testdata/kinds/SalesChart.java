package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A chart of a report: title, axes, grid and legend are the same, bars and curve are not. */
final class SalesChart {

	private static final int WIDTH = 1280;
	private static final int HEIGHT = 800;
	private static final int LEFT = 140;
	private static final int TOP = 170;
	private static final int RIGHT = 1010;
	private static final int BOTTOM = 660;
	private static final int INK = 0x30343a;
	private static final int[] SERIES = {0x3a7ab8, 0xe08a3a, 0x5aa05a};
	private static final String[] NAMES = {"North", "South", "Online"};
	private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"};

	private SalesChart() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		return Sheet.painted(WIDTH, HEIGHT, 0xffffff, sheet -> {
			frame(sheet);
			double width = (RIGHT - LEFT) / (double) MONTHS.length;
			double lastX = 0;
			double lastY = 0;
			for (int month = 0; month < MONTHS.length; month++) {
				double left = LEFT + month * width + width * 0.12;
				for (int series = 0; series < SERIES.length; series++) {
					int height = content.between(20, BOTTOM - TOP - 20);
					sheet.box((int) (left + series * width * 0.25), BOTTOM - height, (int) (width * 0.23), height, SERIES[series]);
				}
				double y = content.within(TOP + 20, BOTTOM - 40);
				double x = left + width * 0.38;
				if (month > 0) {
					sheet.line(lastX, lastY, x, y, 5, 0xb83a5a);
				}
				sheet.disc(x, y, 9, 0xb83a5a);
				lastX = x;
				lastY = y;
			}
			sheet.text("Total: " + content.between(100, 999) + " T", 1050, 560, 22, INK);
		});
	}

	private static void frame(Sheet sheet) {
		sheet.box(0, 0, WIDTH, 84, 0x24425e);
		sheet.boldText("Quarterly revenue by channel", 40, 56, 34, 0xffffff);
		Glyphs.boldCentered(sheet, "acme", 1190, 56, 34, 0xe8b84a);
		sheet.text("in thousands, before returns", 40, 126, 20, 0x70757c);
		for (int line = 0; line <= 6; line++) {
			int y = BOTTOM - (BOTTOM - TOP) * line / 6;
			sheet.line(LEFT, y, RIGHT, y, line == 0 ? 3 : 1, line == 0 ? INK : 0xc4c8cc);
			Glyphs.rightAligned(sheet, Integer.toString(200 * line), LEFT - 16, y + 9, 18, INK);
		}
		sheet.line(LEFT, TOP, LEFT, BOTTOM, 3, INK);
		for (int month = 0; month < MONTHS.length; month++) {
			Glyphs.centered(sheet, MONTHS[month], LEFT + (RIGHT - LEFT) * (month + 0.5) / MONTHS.length, BOTTOM + 38, 19, INK);
		}
		Glyphs.outline(sheet, 1036, 180, 200, 220, 2, 0xc4c8cc);
		for (int series = 0; series < NAMES.length; series++) {
			sheet.box(1056, 206 + 48 * series, 28, 28, SERIES[series]);
			sheet.text(NAMES[series], 1100, 230 + 48 * series, 20, INK);
		}
		sheet.line(1052, 366, 1088, 366, 5, 0xb83a5a);
		sheet.disc(1070, 366, 9, 0xb83a5a);
		sheet.text("Target", 1100, 375, 20, INK);
		sheet.text("Source: Acme controlling, audited figures.  Page 7", 40, HEIGHT - 34, 17, 0x70757c);
	}
}
