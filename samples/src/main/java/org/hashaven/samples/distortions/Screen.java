package org.hashaven.samples.distortions;

import java.util.function.Consumer;
import org.hashaven.samples.pictures.Picture;

/**
 * The screen of a phone or tablet that a screenshot is taken of.
 *
 * @param width
 *            in pixels
 * @param height
 *            in pixels
 * @param across
 *            its width in the units apps lay out in, about 6 of them a millimetre
 * @param dark
 *            whether its apps are dark
 */
record Screen(int width, int height, int across, boolean dark) {

	/** Sizes of phones' screens: pixels, then units across. */
	private static final int[][] PHONES = {{720, 1560, 360}, {720, 1280, 360}, {750, 1334, 375}, {1080, 1920, 360}, {1080, 2340, 393},
			{1080, 2400, 412}, {1170, 2532, 390}, {828, 1792, 414}, {1284, 2778, 428}, {1080, 2640, 412}};
	/** Sizes of tablets' screens. */
	private static final int[][] TABLETS = {{1200, 1920, 800}, {1536, 2048, 768}, {1600, 2560, 800}, {1640, 2360, 820}};

	static final int STATUS_UNITS = 28;

	/** A phone with 720 pixels across, 360 units. */
	static Screen common(boolean dark) {
		return phone(0, dark);
	}

	/** A phone from the list. */
	static Screen phone(int number, boolean dark) {
		return of(PHONES[number], dark);
	}

	/** A tablet from the list, upright or lying. */
	static Screen tablet(int number, boolean lying, boolean dark) {
		Screen upright = of(TABLETS[number], dark);
		return lying ? upright.lying() : upright;
	}

	/** Any phone. */
	static Screen anyPhone(RandomDraws chance) {
		return phone(chance.between(0, PHONES.length - 1), chance.coin());
	}

	/** Any tablet. */
	static Screen anyTablet(RandomDraws chance) {
		return tablet(chance.between(0, TABLETS.length - 1), chance.coin(), chance.coin());
	}

	private static Screen of(int[] sizes, boolean dark) {
		return new Screen(sizes[0], sizes[1], sizes[2], dark);
	}

	/** The same one turned on its side. */
	Screen lying() {
		return new Screen(/* width= */ height, /* height= */ width, across * height / width, dark);
	}

	/** The same one with dark apps. */
	Screen inDark() {
		return new Screen(width, height, across, true);
	}

	/** Units in pixels. */
	int px(double units) {
		return (int) Math.round(units * width / across);
	}

	/** The colour behind everything. */
	int paper() {
		return dark ? 0x101114 : 0xfafafa;
	}

	/** A colour a little apart from it, for bars and bubbles. */
	int card() {
		return dark ? 0x24262b : 0xececf0;
	}

	int ink() {
		return dark ? 0xe8e8e8 : 0x202020;
	}

	/** The colour of what is less important. */
	int faint() {
		return dark ? 0x8a8d93 : 0x8e8e93;
	}

	/** What is drawn, below a status bar. */
	Picture shot(RandomDraws chance, Consumer<Sheet> drawing) {
		return Sheet.painted(width, height, paper(), sheet -> {
			drawing.accept(sheet);
			statusBar(sheet, chance, ink());
		});
	}

	/** Time, signal and battery. */
	void statusBar(Sheet sheet, RandomDraws chance, int ink) {
		int baseline = px(20);
		sheet.boldText(Phrases.time(chance), px(16), baseline, px(10), ink);
		int right = width - px(16);
		sheet.box(right - px(22), px(10), px(22), px(11), ink);
		sheet.box(right - px(20), px(12), px(chance.between(0, 18)), px(7), paper());
		for (int bar = 0; bar < 4; bar++) {
			sheet.box(right - px(50) + px(5) * bar, px(17 - 2 * bar), px(3), px(4 + 2 * bar), ink);
		}
	}

	/** A small line at the bottom edge, where phones without buttons are swiped. */
	void handle(Sheet sheet) {
		int wide = width / 3;
		sheet.roundBox((width - wide) / 2, height - px(10), wide, px(4), px(2), ink());
	}

	/** A round picture of somebody, from the seed. */
	void face(Sheet sheet, RandomDraws chance, double x, double y, double radius) {
		sheet.disc(x, y, radius, chance.oneOf(0xc8a27c, 0x6d8fb3, 0xb36d8f, 0x7cb38f, 0xd9b44a, 0x8f86c9));
		sheet.disc(x, y - radius * 0.2, radius * 0.38, 0xf1d9c4);
		sheet.arc(x, y + radius * 0.9, radius * 0.55, radius * 0.5, 190, 350, Math.max(1, radius * 0.3), 0xf4f4f4);
	}
}
