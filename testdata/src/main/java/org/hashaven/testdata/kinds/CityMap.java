package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A map of one city in a phone's app: the streets are the same, the route, the pins and the card below are not. */
final class CityMap {

	private static final int COLUMNS = 9;
	private static final int ROWS = 15;
	private static final int CARD_TOP = 1480;

	private CityMap() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		double[][][] crossings = crossings(member.template());
		Picture photo = member.photo(300, 220);
		return Sheet.painted(PhoneScreen.WIDTH, PhoneScreen.HEIGHT, 0xf1efe9, sheet -> {
			ground(sheet, member.template());
			streets(sheet, crossings);
			labels(sheet, crossings, member.template());
			route(sheet, content, crossings);
			for (int pin = content.between(2, 6); pin > 0; pin--) {
				double[] place = crossings[content.between(1, ROWS - 4)][content.between(0, COLUMNS - 1)];
				pin(sheet, place[0], place[1]);
			}
			interfaceSigns(sheet, content);
			card(sheet, content, photo);
		});
	}

	private static double[][][] crossings(RandomDraws template) {
		double[][][] crossings = new double[ROWS][COLUMNS][];
		for (int row = 0; row < ROWS; row++) {
			for (int column = 0; column < COLUMNS; column++) {
				crossings[row][column] = new double[]{-40 + column * 145 + template.within(-45, 45),
						-40 + row * 145 + template.within(-45, 45)};
			}
		}
		return crossings;
	}

	private static void ground(Sheet sheet, RandomDraws template) {
		for (int park = 0; park < 5; park++) {
			double x = template.within(0, PhoneScreen.WIDTH);
			double y = template.within(0, PhoneScreen.HEIGHT);
			sheet.oval(x, y, template.within(60, 190), template.within(60, 170), 0xc8e6b8);
		}
		double x = 120;
		for (int y = -40; y < PhoneScreen.HEIGHT; y += 80) {
			double next = x + template.within(-20, 70);
			sheet.line(x, y, next, y + 80, 84, 0xa8d4ec);
			x = next;
		}
		for (int house = 0; house < 260; house++) {
			int width = template.between(16, 44);
			sheet.box(template.between(0, PhoneScreen.WIDTH), template.between(0, PhoneScreen.HEIGHT), width, template.between(16, 44),
					0xdedad2);
		}
	}

	private static void streets(Sheet sheet, double[][][] crossings) {
		for (int layer = 0; layer < 2; layer++) {
			for (int row = 0; row < ROWS; row++) {
				for (int column = 0; column < COLUMNS; column++) {
					boolean mainRow = row % 5 == 2;
					boolean mainColumn = column % 4 == 2;
					if (column + 1 < COLUMNS) {
						street(sheet, crossings[row][column], crossings[row][column + 1], mainRow, layer);
					}
					if (row + 1 < ROWS) {
						street(sheet, crossings[row][column], crossings[row + 1][column], mainColumn, layer);
					}
				}
			}
		}
	}

	private static void street(Sheet sheet, double[] from, double[] to, boolean main, int layer) {
		int width = (main ? 30 : 16) - 6 * layer;
		int rgb = layer == 0 ? 0xc4bfb4 : main ? 0xf8d87a : 0xffffff;
		sheet.line(from[0], from[1], to[0], to[1], width, rgb);
	}

	private static void labels(Sheet sheet, double[][][] crossings, RandomDraws template) {
		for (int row = 1; row < ROWS; row += 2) {
			double[] place = crossings[row][template.between(1, COLUMNS - 3)];
			sheet.text(Words.capitalized(template) + " St", place[0] + 16, place[1] - 14, 19, 0x5a5850);
			double[] other = crossings[row][template.between(1, COLUMNS - 3)];
			sheet.disc(other[0] + 40, other[1] + 50, 17, template.oneOf(0xe8743a, 0x3a7ab8, 0x7a5cb8));
			sheet.boldText(Words.capitalized(template), other[0] + 64, other[1] + 58, 18, 0x3a5a80);
		}
	}

	private static void route(Sheet sheet, RandomDraws content, double[][][] crossings) {
		int row = content.between(2, 4);
		int column = content.between(0, COLUMNS - 1);
		double[] last = crossings[row][column];
		for (int step = content.between(6, 14); step > 0; step--) {
			if (content.coin() && row + 4 < ROWS) {
				row++;
			} else {
				column = Math.clamp(column + (content.coin() ? 1 : -1), 0, COLUMNS - 1);
			}
			sheet.line(last[0], last[1], crossings[row][column][0], crossings[row][column][1], 18, 0x2f6fe8);
			last = crossings[row][column];
		}
		sheet.disc(last[0], last[1], 22, 0xffffff);
		sheet.ring(last[0], last[1], 22, 8, 0x2f6fe8);
	}

	private static void pin(Sheet sheet, double x, double y) {
		sheet.shape(0xd83a2e, x - 24, y - 58, x + 24, y - 58, x, y);
		sheet.disc(x, y - 70, 28, 0xd83a2e);
		sheet.disc(x, y - 70, 11, 0x7a1410);
	}

	private static void interfaceSigns(Sheet sheet, RandomDraws content) {
		PhoneScreen.statusBar(sheet, content, 0x202428);
		sheet.roundBox(36, 92, PhoneScreen.WIDTH - 72, 124, 62, 0xffffff);
		Glyphs.magnifier(sheet, 104, 154, 28, 0x5a5e64);
		sheet.text(Words.line(content, 24), 166, 168, 32, 0x202428);
		Glyphs.avatar(sheet, content, 966, 154, 40);
		sheet.disc(990, 1380, 64, 0xffffff);
		sheet.ring(990, 1380, 26, 6, 0x2f6fe8);
		Glyphs.plus(sheet, 990, 1380, 44, 0x2f6fe8);
	}

	private static void card(Sheet sheet, RandomDraws content, Picture photo) {
		sheet.roundBox(0, CARD_TOP, PhoneScreen.WIDTH, 500, 40, 0xffffff);
		sheet.roundBox(480, CARD_TOP + 18, 120, 10, 5, 0xc8c8cc);
		sheet.boldText(Words.line(content, 16), 48, CARD_TOP + 100, 38, 0x202428);
		sheet.text(content.between(2, 59) + " min (" + Words.amount(content, 30) + " km)", 48, CARD_TOP + 156, 28, 0x2a8a4a);
		sheet.text(Words.line(content, 24), 48, CARD_TOP + 206, 24, 0x6a6e74);
		sheet.roundPicture(photo, 740, CARD_TOP + 60, 24);
		sheet.roundBox(48, CARD_TOP + 240, 280, 90, 45, 0x2f6fe8);
		sheet.boldText("Directions", 84, CARD_TOP + 298, 28, 0xffffff);
		sheet.roundBox(352, CARD_TOP + 240, 230, 90, 45, 0xe4ecfc);
		sheet.boldText("Start", 414, CARD_TOP + 298, 28, 0x2f6fe8);
		PhoneScreen.navigationBar(sheet, 0xffffff, 0x5a5e64);
	}
}
