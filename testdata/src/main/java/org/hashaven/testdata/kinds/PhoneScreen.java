package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;

/** A phone's screen of 1080 × 1920 pixels, and what its system draws. */
final class PhoneScreen {

	static final int WIDTH = 1080;
	static final int HEIGHT = 1920;
	static final int STATUS_PX = 72;

	private PhoneScreen() {
	}

	/** Time, signal and battery at the upper edge. */
	static void statusBar(Sheet sheet, RandomDraws content, int rgb) {
		sheet.boldText(Words.time(content), 48, 50, 28, rgb);
		for (int bar = 0; bar < 4; bar++) {
			sheet.box(WIDTH - 210 + 14 * bar, 48 - 8 * bar, 9, 6 + 8 * bar, rgb);
		}
		sheet.arc(WIDTH - 128, 48, 24, 24, 225, 315, 6, rgb);
		sheet.arc(WIDTH - 128, 48, 12, 12, 225, 315, 6, rgb);
		Glyphs.outline(sheet, WIDTH - 88, 24, 52, 26, 3, rgb);
		sheet.box(WIDTH - 84, 28, content.between(6, 44), 19, rgb);
		sheet.box(WIDTH - 34, 31, 5, 12, rgb);
	}

	/** Back, home and overview at the lower edge. */
	static void navigationBar(Sheet sheet, int ground, int rgb) {
		sheet.box(0, HEIGHT - 96, WIDTH, 96, ground);
		sheet.shape(rgb, 252, HEIGHT - 48, 290, HEIGHT - 72, 290, HEIGHT - 24);
		sheet.ring(540, HEIGHT - 48, 24, 5, rgb);
		Glyphs.outline(sheet, 790, HEIGHT - 68, 40, 40, 5, rgb);
	}
}
