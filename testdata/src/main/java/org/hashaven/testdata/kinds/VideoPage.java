package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A video site in a browser: bars and controls are the same, the frame shown, the title and the suggestions are not. */
final class VideoPage {

	private static final int WIDTH = 1600;
	private static final int HEIGHT = 900;
	private static final int PLAYER_LEFT = 40;
	private static final int PLAYER_TOP = 128;
	private static final int PLAYER_WIDTH = 1040;
	private static final int PLAYER_HEIGHT = 585;
	private static final int INK = 0x101014;

	private VideoPage() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture frame = member.photo(PLAYER_WIDTH, PLAYER_HEIGHT);
		return Sheet.painted(WIDTH, HEIGHT, 0xfafafa, sheet -> {
			browser(sheet);
			siteBar(sheet);
			sheet.roundPicture(frame, PLAYER_LEFT, PLAYER_TOP, 12);
			controls(sheet, content);
			description(sheet, content);
			for (int row = 0; row < 6; row++) {
				suggestion(sheet, content, member.photo(190, 107), 136 + 130 * row);
			}
		});
	}

	private static void browser(Sheet sheet) {
		sheet.box(0, 0, WIDTH, 48, 0xdee1e6);
		sheet.disc(24, 24, 8, 0xf05a50);
		sheet.disc(50, 24, 8, 0xf0b83a);
		sheet.disc(76, 24, 8, 0x5ac850);
		Glyphs.backArrow(sheet, 120, 24, 10, 0x505458);
		sheet.roundBox(180, 8, 1200, 32, 16, 0xffffff);
		sheet.text("https://www.clipstream.example/watch", 210, 29, 14, 0x505458);
		Glyphs.dots(sheet, 1570, 24, 14, false, 0x505458);
	}

	private static void siteBar(Sheet sheet) {
		for (int line = 0; line < 3; line++) {
			sheet.box(36, 76 + 10 * line, 28, 4, INK);
		}
		sheet.roundBox(90, 70, 46, 34, 10, 0xe0252e);
		Glyphs.triangle(sheet, 112, 87, 10, 0xffffff);
		sheet.boldText("clipstream", 148, 98, 26, INK);
		sheet.roundBox(520, 66, 520, 42, 21, 0xececec);
		sheet.text("Search", 546, 94, 17, 0x808488);
		Glyphs.magnifier(sheet, 1006, 87, 13, INK);
		Glyphs.plus(sheet, 1440, 87, 13, INK);
		sheet.disc(1540, 87, 20, 0x7a5cb8);
	}

	private static void controls(Sheet sheet, RandomDraws content) {
		int bottom = PLAYER_TOP + PLAYER_HEIGHT;
		sheet.pane(PLAYER_LEFT, bottom - 64, PLAYER_WIDTH, 64, 0, 0.55);
		sheet.box(PLAYER_LEFT + 16, bottom - 52, PLAYER_WIDTH - 32, 4, 0xa0a0a0);
		int played = content.between(20, PLAYER_WIDTH - 60);
		sheet.box(PLAYER_LEFT + 16, bottom - 52, played, 4, 0xf0303a);
		sheet.disc(PLAYER_LEFT + 16 + played, bottom - 50, 8, 0xf0303a);
		Glyphs.triangle(sheet, PLAYER_LEFT + 40, bottom - 22, 13, 0xffffff);
		Glyphs.triangle(sheet, PLAYER_LEFT + 92, bottom - 22, 10, 0xffffff);
		sheet.box(PLAYER_LEFT + 102, bottom - 32, 4, 20, 0xffffff);
		sheet.text(Words.time(content) + " / " + Words.time(content), PLAYER_LEFT + 150, bottom - 14, 15, 0xffffff);
		Glyphs.gear(sheet, PLAYER_LEFT + PLAYER_WIDTH - 110, bottom - 22, 14, 0xffffff);
		Glyphs.outline(sheet, PLAYER_LEFT + PLAYER_WIDTH - 56, bottom - 34, 28, 22, 4, 0xffffff);
	}

	private static void description(Sheet sheet, RandomDraws content) {
		int top = PLAYER_TOP + PLAYER_HEIGHT;
		sheet.boldText(Words.line(content, 50), PLAYER_LEFT, top + 44, 24, INK);
		Glyphs.avatar(sheet, content, PLAYER_LEFT + 32, top + 102, 30);
		sheet.boldText(Words.fullName(content), PLAYER_LEFT + 78, top + 98, 18, INK);
		sheet.text(content.between(2, 900) + "K subscribers", PLAYER_LEFT + 78, top + 124, 14, 0x707478);
		sheet.roundBox(400, top + 80, 150, 46, 23, INK);
		Glyphs.boldCentered(sheet, "Subscribe", 475, top + 110, 17, 0xffffff);
		String[] buttons = {"Like", "Share", "Save"};
		for (int i = 0; i < buttons.length; i++) {
			sheet.roundBox(680 + 136 * i, top + 80, 124, 46, 23, 0xececec);
			Glyphs.centered(sheet, buttons[i], 742 + 136 * i, top + 110, 17, INK);
		}
		sheet.roundBox(PLAYER_LEFT, top + 146, PLAYER_WIDTH, 60, 12, 0xececec);
		sheet.text(content.between(2, 999) + "K views   " + Words.line(content, 60), PLAYER_LEFT + 20, top + 174, 15, INK);
	}

	private static void suggestion(Sheet sheet, RandomDraws content, Picture small, int top) {
		sheet.roundPicture(small, 1110, top, 10);
		sheet.box(1250, top + 82, 44, 20, INK);
		Glyphs.centered(sheet, Words.time(content), 1272, top + 97, 12, 0xffffff);
		sheet.boldText(Words.line(content, 16), 1316, top + 24, 15, INK);
		sheet.boldText(Words.line(content, 16), 1316, top + 48, 15, INK);
		sheet.text(Words.fullName(content), 1316, top + 74, 13, 0x707478);
		sheet.text(content.between(2, 999) + "K views", 1316, top + 96, 13, 0x707478);
	}
}
