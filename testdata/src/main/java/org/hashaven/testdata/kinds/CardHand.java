package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A card game on a screen: the table, the deck and the buttons are the same, the five cards are not. */
final class CardHand {

	private static final int WIDTH = 1280;
	private static final int HEIGHT = 800;
	private static final int CARD_WIDTH = 190;
	private static final int CARD_HEIGHT = 270;
	private static final String[] RANKS = {"A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K"};

	private CardHand() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		return Sheet.painted(WIDTH, HEIGHT, 0x14603a, sheet -> {
			table(sheet);
			for (int back = 0; back < 4; back++) {
				cardBack(sheet, 520 + 70 * back, 60);
			}
			for (int card = 0; card < 5; card++) {
				card(sheet, content, 130 + 210 * card, 420);
			}
			sheet.boldText("POT " + content.between(10, 999) * 5, 560, 388, 28, 0xf4e4a0);
			sheet.text("Credit " + content.between(10, 9_999), 40, 772, 22, 0xf0f0f0);
		});
	}

	private static void table(Sheet sheet) {
		for (int ring = 8; ring > 0; ring--) {
			sheet.oval(WIDTH / 2.0, HEIGHT / 2.0, 100.0 * ring, 66.0 * ring, 0x14603a + (8 - ring) * 0x020402);
		}
		sheet.arc(WIDTH / 2.0, 380, 560, 300, 0, 360, 5, 0xc8b060);
		sheet.disc(180, 190, 84, 0xb8282e);
		for (int notch = 0; notch < 8; notch++) {
			double angle = notch * Math.PI / 4;
			sheet.line(180 + 64 * Math.cos(angle), 190 + 64 * Math.sin(angle), 180 + 84 * Math.cos(angle), 190 + 84 * Math.sin(angle), 18,
					0xf4f4f4);
		}
		sheet.ring(180, 190, 52, 4, 0xf4f4f4);
		Glyphs.boldCentered(sheet, "100", 180, 204, 32, 0xffffff);
		String[] buttons = {"FOLD", "CALL", "RAISE"};
		for (int button = 0; button < buttons.length; button++) {
			sheet.roundBox(640 + 200 * button, 728, 180, 56, 28, 0xe0a83a);
			Glyphs.boldCentered(sheet, buttons[button], 730 + 200 * button, 766, 22, 0x3a2808);
		}
		sheet.boldText("ROYAL CLUB", 940, 70, 34, 0xf4e4a0);
	}

	private static void cardBack(Sheet sheet, int left, int top) {
		sheet.roundBox(left, top, CARD_WIDTH, CARD_HEIGHT, 16, 0xffffff);
		sheet.roundBox(left + 10, top + 10, CARD_WIDTH - 20, CARD_HEIGHT - 20, 10, 0x2a3a8a);
		for (int y = top + 26; y < top + CARD_HEIGHT - 24; y += 22) {
			for (int x = left + 26; x < left + CARD_WIDTH - 20; x += 22) {
				sheet.shape(0x8a9ad8, x - 8, y, x, y - 8, x + 8, y, x, y + 8);
			}
		}
		sheet.disc(left + CARD_WIDTH / 2.0, top + CARD_HEIGHT / 2.0, 42, 0xf4e4a0);
		sheet.ring(left + CARD_WIDTH / 2.0, top + CARD_HEIGHT / 2.0, 32, 4, 0x2a3a8a);
	}

	private static void card(Sheet sheet, RandomDraws content, int left, int top) {
		int rank = content.between(0, RANKS.length - 1);
		int suit = content.between(0, 3);
		int rgb = suit < 2 ? 0xc8202a : 0x18181c;
		sheet.roundBox(left + 5, top + 6, CARD_WIDTH, CARD_HEIGHT, 16, 0x0a3a22);
		sheet.roundBox(left, top, CARD_WIDTH, CARD_HEIGHT, 16, 0xfbfbf6);
		sheet.boldText(RANKS[rank], left + 12, top + 44, 30, rgb);
		suit(sheet, suit, left + 26, top + 70, 14, rgb);
		int pips = rank < 10 ? rank + 1 : 1;
		double radius = pips == 1 ? 50 : 17;
		int rows = pips <= 3 ? pips : (pips + 1) / 2;
		for (int pip = 0; pip < pips; pip++) {
			double x = left + CARD_WIDTH * (pips <= 3 ? 0.5 : pip % 2 == 0 ? 0.37 : 0.67);
			double y = top + CARD_HEIGHT * (rows == 1 ? 0.5 : 0.2 + 0.62 * (pips <= 3 ? pip : pip / 2) / (rows - 1));
			suit(sheet, suit, x, y, radius, rgb);
		}
		if (rank >= 10) {
			Glyphs.outline(sheet, left + 46, top + 40, CARD_WIDTH - 92, CARD_HEIGHT - 80, 4, 0x2a4ab0);
		}
	}

	/** Hearts, diamonds, clubs, spades. */
	private static void suit(Sheet sheet, int suit, double x, double y, double radius, int rgb) {
		switch (suit) {
			case 0 -> Glyphs.heart(sheet, x, y, radius, rgb);
			case 1 -> sheet.shape(rgb, x - radius * 0.75, y, x, y - radius, x + radius * 0.75, y, x, y + radius);
			case 2 -> {
				sheet.disc(x, y - radius * 0.5, radius * 0.48, rgb);
				sheet.disc(x - radius * 0.5, y + radius * 0.15, radius * 0.48, rgb);
				sheet.disc(x + radius * 0.5, y + radius * 0.15, radius * 0.48, rgb);
				sheet.shape(rgb, x - radius * 0.3, y + radius, x, y - radius * 0.2, x + radius * 0.3, y + radius);
			}
			default -> {
				sheet.disc(x - radius * 0.45, y + radius * 0.2, radius * 0.5, rgb);
				sheet.disc(x + radius * 0.45, y + radius * 0.2, radius * 0.5, rgb);
				sheet.shape(rgb, x - radius * 0.92, y + radius * 0.1, x, y - radius, x + radius * 0.92, y + radius * 0.1);
				sheet.shape(rgb, x - radius * 0.3, y + radius, x, y, x + radius * 0.3, y + radius);
			}
		}
	}
}
