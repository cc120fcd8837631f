package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.Sheet;

/** A phone's on-screen keyboard. */
final class Keyboard {

	private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
	private static final int KEY_PX = PhoneScreen.WIDTH / 10;
	private static final int ROW_PX = 148;

	static final int HEIGHT_PX = 4 * ROW_PX + 20;

	private Keyboard() {
	}

	static void draw(Sheet sheet, int top) {
		sheet.box(0, top, PhoneScreen.WIDTH, HEIGHT_PX, 0xd3d6dc);
		for (int row = 0; row < ROWS.length; row++) {
			int left = (PhoneScreen.WIDTH - KEY_PX * ROWS[row].length()) / 2;
			for (int i = 0; i < ROWS[row].length(); i++) {
				key(sheet, left + i * KEY_PX, top + 10 + row * ROW_PX, KEY_PX, 0xffffff, ROWS[row].substring(i, i + 1));
			}
		}
		int third = top + 10 + 2 * ROW_PX;
		key(sheet, 0, third, KEY_PX * 13 / 10, 0xadb2bd, "");
		sheet.shape(0x303238, 42, third + 80, 70, third + 48, 98, third + 80);
		sheet.box(60, third + 80, 20, 22, 0x303238);
		key(sheet, KEY_PX * 87 / 10, third, KEY_PX * 13 / 10, 0xadb2bd, "");
		sheet.shape(0x303238, 962, third + 74, 990, third + 50, 1040, third + 50, 1040, third + 98, 990, third + 98);
		int fourth = top + 10 + 3 * ROW_PX;
		key(sheet, 0, fourth, KEY_PX * 2, 0xadb2bd, "123");
		key(sheet, KEY_PX * 2, fourth, KEY_PX, 0xffffff, ",");
		key(sheet, KEY_PX * 3, fourth, KEY_PX * 4, 0xffffff, "space");
		key(sheet, KEY_PX * 7, fourth, KEY_PX, 0xffffff, ".");
		key(sheet, KEY_PX * 8, fourth, KEY_PX * 2, 0x3a7af0, "send");
	}

	private static void key(Sheet sheet, int left, int top, int width, int rgb, String text) {
		sheet.roundBox(left + 9, top + 13, width - 18, ROW_PX - 26, 12, 0x8b8e94);
		sheet.roundBox(left + 9, top + 10, width - 18, ROW_PX - 28, 12, rgb);
		int height = text.length() > 1 ? 28 : 38;
		Glyphs.centered(sheet, text, left + width / 2.0, top + ROW_PX / 2.0 + height / 2.0 - 4, height,
				rgb == 0x3a7af0 ? 0xffffff : 0x18191c);
	}
}
