package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A screenshot of a photo app: bars and signs of the app, somebody's photograph and words. */
final class PostScreen {

	private static final int INK = 0x16181c;
	private static final int FAINT = 0x8a8d93;
	private static final int PHOTO_TOP = 372;
	private static final int PHOTO_HEIGHT = 1040;

	private PostScreen() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture photo = member.photo(PhoneScreen.WIDTH, PHOTO_HEIGHT);
		return Sheet.painted(PhoneScreen.WIDTH, PhoneScreen.HEIGHT, 0xfdfdfd, sheet -> {
			PhoneScreen.statusBar(sheet, content, INK);
			appBar(sheet);
			author(sheet, content);
			sheet.picture(photo, 0, PHOTO_TOP);
			signs(sheet);
			int y = PHOTO_TOP + PHOTO_HEIGHT + 160;
			sheet.boldText(content.between(2, 9_999) + " likes", 42, y, 27, INK);
			String name = Words.userName(content);
			sheet.boldText(name, 42, y + 60, 26, INK);
			sheet.text(Words.line(content, 24), 70 + Sheet.textWidth(name, 26), y + 60, 26, INK);
			sheet.text(Words.line(content, 38), 42, y + 112, 26, INK);
			sheet.text("View all " + content.between(2, 400) + " comments", 42, y + 164, 24, FAINT);
			tabs(sheet, content);
		});
	}

	private static void appBar(Sheet sheet) {
		sheet.boldText("pictogram", 42, 190, 56, INK);
		Glyphs.heart(sheet, 880, 168, 34, INK);
		Glyphs.heart(sheet, 880, 167, 25, 0xfdfdfd);
		Glyphs.paperPlane(sheet, 1010, 168, 34, INK);
		sheet.disc(1036, 140, 17, 0xf03a4e);
		sheet.box(0, 224, PhoneScreen.WIDTH, 2, 0xdcdcdc);
	}

	private static void author(Sheet sheet, RandomDraws content) {
		sheet.ring(96, 298, 54, 7, 0xd6409f);
		Glyphs.avatar(sheet, content, 96, 298, 45);
		sheet.boldText(Words.userName(content), 180, 290, 28, INK);
		sheet.text(Words.capitalized(content), 180, 334, 22, FAINT);
		sheet.roundBox(790, 262, 180, 66, 18, 0xefefef);
		Glyphs.boldCentered(sheet, "Follow", 880, 308, 25, INK);
		Glyphs.dots(sheet, 1030, 296, 22, false, INK);
	}

	private static void signs(Sheet sheet) {
		int y = PHOTO_TOP + PHOTO_HEIGHT + 66;
		Glyphs.heart(sheet, 76, y, 34, 0xf03a4e);
		Glyphs.speech(sheet, 194, y, 36, INK);
		Glyphs.paperPlane(sheet, 312, y, 34, INK);
		Glyphs.bookmark(sheet, 1010, y, 34, INK);
		for (int dot = -2; dot <= 2; dot++) {
			sheet.disc(540 + 26 * dot, y, dot == -2 ? 9 : 7, dot == -2 ? 0x3a7af0 : 0xc8c8cc);
		}
	}

	private static void tabs(Sheet sheet, RandomDraws content) {
		int top = PhoneScreen.HEIGHT - 150;
		sheet.box(0, top, PhoneScreen.WIDTH, 150, 0xfdfdfd);
		sheet.box(0, top, PhoneScreen.WIDTH, 2, 0xdcdcdc);
		Glyphs.house(sheet, 108, top + 66, 38, INK);
		Glyphs.magnifier(sheet, 324, top + 66, 38, INK);
		Glyphs.outline(sheet, 504, top + 30, 72, 72, 6, INK);
		Glyphs.plus(sheet, 540, top + 66, 22, INK);
		sheet.ring(756, top + 66, 36, 6, INK);
		Glyphs.triangle(sheet, 758, top + 66, 16, INK);
		Glyphs.avatar(sheet, content, 972, top + 66, 38);
		sheet.roundBox(360, PhoneScreen.HEIGHT - 26, 360, 10, 5, INK);
	}
}
