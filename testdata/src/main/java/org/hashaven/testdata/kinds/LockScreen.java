package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A phone's lock screen: the wallpaper is the same, the time and the notifications are not. */
final class LockScreen {

	private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

	private LockScreen() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture photo = member.photo(240, 180);
		return Sheet.over(member.templatePhoto(PhoneScreen.WIDTH, PhoneScreen.HEIGHT), sheet -> {
			PhoneScreen.statusBar(sheet, content, 0xffffff);
			Glyphs.centered(sheet, content.oneOf(DAYS) + " " + content.between(1, 28), 540, 230, 38, 0xffffff);
			Glyphs.boldCentered(sheet, Words.time(content), 540, 420, 150, 0xffffff);
			int top = content.between(640, 860);
			for (int count = content.between(2, 4), i = 0; i < count; i++) {
				notification(sheet, content, top + 220 * i);
				if (i == 0 && content.coin()) {
					sheet.roundPicture(photo, 780, top + 10, 20);
				}
			}
			sheet.pane(90, 1700, 130, 130, 0x202020, 0.4);
			sheet.pane(860, 1700, 130, 130, 0x202020, 0.4);
			Glyphs.triangle(sheet, 155, 1765, 26, 0xffffff);
			Glyphs.camera(sheet, 925, 1765, 34, 0xffffff);
			sheet.roundBox(360, PhoneScreen.HEIGHT - 30, 360, 10, 5, 0xffffff);
		});
	}

	private static void notification(Sheet sheet, RandomDraws content, int top) {
		sheet.pane(36, top, PhoneScreen.WIDTH - 72, 200, 0xf4f4f4, 0.78);
		sheet.roundBox(64, top + 30, 76, 76, 18, content.oneOf(0x3aa856, 0x2f7cf6, 0xf5a83a, 0xd6409f));
		Glyphs.speech(sheet, 102, top + 68, 22, 0xffffff);
		sheet.boldText(Words.fullName(content), 168, top + 62, 28, 0x16181c);
		sheet.text(Words.line(content, 30), 168, top + 112, 26, 0x303338);
		sheet.text(Words.line(content, 30), 168, top + 160, 26, 0x303338);
	}
}
