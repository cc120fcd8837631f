package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A screenshot of a chat with its keyboard open, over a wallpaper of small drawings. */
final class ChatScreen {

	private static final int HEAD_BOTTOM = 222;
	private static final int FOOT_TOP = PhoneScreen.HEIGHT - Keyboard.HEIGHT_PX - 130;
	private static final int DOODLE_PX = 118;

	private ChatScreen() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		int side = content.between(360, 480);
		Picture photo = member.photo(side, side * content.between(8, 13) / 10);
		boolean withPhoto = content.coin();
		return Sheet.painted(PhoneScreen.WIDTH, PhoneScreen.HEIGHT, 0xe8e0d5, sheet -> {
			wallpaper(sheet, member.template());
			int y = HEAD_BOTTOM - content.between(0, 60);
			while (y < FOOT_TOP) {
				y = bubble(sheet, content, y);
				if (withPhoto && y > HEAD_BOTTOM + 150 && y < HEAD_BOTTOM + 400) {
					sheet.roundBox(24, y, photo.width() + 16, photo.height() + 16, 20, 0xffffff);
					sheet.roundPicture(photo, 32, y + 8, 16);
					y += photo.height() + 34;
				}
			}
			head(sheet, content);
			foot(sheet);
			Keyboard.draw(sheet, PhoneScreen.HEIGHT - Keyboard.HEIGHT_PX);
		});
	}

	private static void wallpaper(Sheet sheet, RandomDraws template) {
		for (int top = 0; top < FOOT_TOP; top += DOODLE_PX) {
			for (int left = 0; left < PhoneScreen.WIDTH; left += DOODLE_PX) {
				double x = left + template.within(40, 80);
				double y = top + template.within(40, 80);
				double radius = template.within(22, 38);
				switch (template.between(0, 7)) {
					case 0 -> Glyphs.heart(sheet, x, y, radius, 0xd6ccbe);
					case 1 -> Glyphs.gear(sheet, x, y, radius, 0xd6ccbe);
					case 2 -> Glyphs.house(sheet, x, y, radius, 0xd6ccbe);
					case 3 -> Glyphs.camera(sheet, x, y, radius, 0xd6ccbe);
					case 4 -> Glyphs.speech(sheet, x, y, radius, 0xd6ccbe);
					case 5 -> Glyphs.magnifier(sheet, x, y, radius, 0xd6ccbe);
					case 6 -> Glyphs.triangle(sheet, x, y, radius, 0xd6ccbe);
					default -> sheet.ring(x, y, radius, 6, 0xd6ccbe);
				}
			}
		}
	}

	private static int bubble(Sheet sheet, RandomDraws content, int top) {
		boolean mine = content.coin();
		int lines = content.between(1, 3);
		String[] text = new String[lines];
		double wide = 150;
		for (int i = 0; i < lines; i++) {
			text[i] = Words.line(content, i == lines - 1 ? content.between(6, 28) : 28);
			wide = Math.max(wide, Sheet.textWidth(text[i], 27));
		}
		int width = (int) wide + 60;
		int height = 62 + 52 * lines;
		int left = mine ? PhoneScreen.WIDTH - width - 24 : 24;
		sheet.roundBox(left, top, width, height, 24, mine ? 0xd8f7c8 : 0xffffff);
		for (int i = 0; i < lines; i++) {
			sheet.text(text[i], left + 28, top + 52 + 52 * i, 27, 0x16181c);
		}
		Glyphs.rightAligned(sheet, Words.time(content), left + width - 22, top + height - 16, 18, 0x7a8a80);
		return top + height + content.between(10, 34);
	}

	private static void head(Sheet sheet, RandomDraws content) {
		sheet.box(0, 0, PhoneScreen.WIDTH, HEAD_BOTTOM, 0x0c6b5e);
		PhoneScreen.statusBar(sheet, content, 0xffffff);
		Glyphs.backArrow(sheet, 44, 148, 26, 0xffffff);
		Glyphs.avatar(sheet, content, 132, 148, 52);
		sheet.boldText(Words.fullName(content), 212, 144, 32, 0xffffff);
		sheet.text("last seen " + Words.time(content), 212, 190, 22, 0xd0e4e0);
		Glyphs.camera(sheet, 820, 148, 32, 0xffffff);
		Glyphs.phone(sheet, 930, 148, 26, 0xffffff);
		Glyphs.dots(sheet, 1030, 148, 26, false, 0xffffff);
	}

	private static void foot(Sheet sheet) {
		sheet.roundBox(18, FOOT_TOP + 12, 900, 106, 53, 0xffffff);
		sheet.disc(74, FOOT_TOP + 65, 28, 0xf5c83a);
		sheet.arc(74, FOOT_TOP + 68, 14, 12, 10, 170, 5, 0x4a3a10);
		sheet.text("Message", 130, FOOT_TOP + 80, 28, 0x9a9a9a);
		sheet.line(770, FOOT_TOP + 80, 800, FOOT_TOP + 44, 7, 0x8a8d93);
		Glyphs.camera(sheet, 860, FOOT_TOP + 64, 30, 0x8a8d93);
		sheet.disc(1000, FOOT_TOP + 65, 56, 0x0a9a78);
		Glyphs.paperPlane(sheet, 1000, FOOT_TOP + 65, 26, 0xffffff);
	}
}
