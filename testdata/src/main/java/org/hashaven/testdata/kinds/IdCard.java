package org.hashaven.testdata.kinds;

import java.util.Locale;
import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** An identity card over a ground of fine waves: portrait, names and numbers differ. */
final class IdCard {

	private static final int WIDTH = 1012;
	private static final int HEIGHT = 638;
	private static final int INK = 0x22303c;
	private static final int LABEL = 0x50708c;
	private static final String[] LABELS = {"Surname", "Given names", "Date of birth", "Nationality", "Date of expiry"};

	private IdCard() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture portrait = portrait(member);
		Picture card = Sheet.painted(WIDTH, HEIGHT, 0xdfe9ea, sheet -> {
			guilloche(sheet);
			head(sheet);
			sheet.roundPicture(portrait, 50, 170, 10);
			chip(sheet);
			String name = Words.capitalized(content);
			String[] values = {name.toUpperCase(Locale.ROOT), Words.fullName(content), Words.date(content), "ARCADIAN",
					Words.date(content)};
			for (int i = 0; i < LABELS.length; i++) {
				sheet.text(LABELS[i], 350, 196 + 66 * i, 14, LABEL);
				sheet.boldText(values[i], 350, 232 + 66 * i, 22, INK);
			}
			sheet.boldText("N" + Words.digits(content, 8), 720, 150, 24, 0xa02a3a);
			hologram(sheet);
			Glyphs.handwriting(sheet, content, 10, 690, 470, 40, 0x202840);
			for (int row = 0; row < 2; row++) {
				sheet.text("IDARC<<" + (row == 0 ? Words.digits(content, 15) : name.toUpperCase(Locale.ROOT)) + "<<<<<<<<<<<<", 50,
						572 + 40 * row, 22, INK);
			}
		});
		return Scan.of(card, content);
	}

	/** A head and shoulders before a light ground: faces on cards are alike, and still no two are the same. */
	private static Picture portrait(Member member) {
		RandomDraws content = member.content();
		Picture clothes = member.photo(260, 330);
		int skin = content.oneOf(0xf1d9c4, 0xd9ad84, 0x9c6b48, 0x6d4630);
		int hair = content.oneOf(0x201810, 0x5a3a20, 0xb08040, 0x3a3a40);
		double wide = content.within(58, 76);
		double x = 130 + content.within(-10, 10);
		double y = 140 + content.within(-12, 12);
		return Sheet.painted(260, 330, 0xd0d8dc, sheet -> {
			sheet.picture(clothes, 0, 250);
			sheet.oval(x, y - 12, wide + 18, 112, hair);
			sheet.box((int) x - 30, (int) y + 60, 60, 70, skin);
			sheet.oval(x, y, wide, 96, skin);
			sheet.arc(x, y - 40, wide - 4, 56, 180, 360, 34, hair);
			for (int side = -1; side <= 1; side += 2) {
				double eye = x + side * wide * 0.42;
				sheet.oval(eye, y - 8, 11, 6, 0xf8f8f8);
				sheet.disc(eye, y - 8, 5.5, 0x2a2018);
				sheet.line(eye - 15, y - 26, eye + 15, y - 28 + content.within(-4, 4), 5, hair);
			}
			sheet.line(x, y, x + content.within(-5, 5), y + 26, 4, 0x8a5a40);
			sheet.arc(x, y + 40, content.within(18, 30), 10, 10, 170, 5, 0x9a3a3a);
		});
	}

	private static void guilloche(Sheet sheet) {
		for (int wave = 0; wave < 46; wave++) {
			int rgb = wave % 3 == 0 ? 0x9cc0c4 : wave % 3 == 1 ? 0xc4b4cc : 0xa8ccb0;
			double lastY = waveY(wave, 0);
			for (int x = 12; x <= WIDTH; x += 12) {
				double y = waveY(wave, x);
				sheet.line(x - 12, lastY, x, y, 2, rgb);
				lastY = y;
			}
		}
		for (int ring = 0; ring < 18; ring++) {
			double angle = ring * Math.PI / 9;
			sheet.ring(640 + 60 * Math.cos(angle), 350 + 60 * Math.sin(angle), 90, 2, 0x90b0b8);
		}
	}

	private static double waveY(int wave, double x) {
		return wave * 15 - 20 + 30 * Math.sin(x / 90 + wave * 0.35) + 12 * Math.sin(x / 31 - wave * 0.6);
	}

	private static void head(Sheet sheet) {
		sheet.box(0, 0, WIDTH, 96, 0x2a5a80);
		sheet.boldText("REPUBLIC OF ARCADIA", 150, 48, 30, 0xffffff);
		sheet.text("IDENTITY CARD - CARTE D'IDENTITE", 150, 82, 18, 0xd8e4ec);
		sheet.disc(80, 50, 38, 0xe8c84a);
		for (int ray = 0; ray < 12; ray++) {
			double angle = ray * Math.PI / 6;
			sheet.shape(0x2a5a80, 80 + 36 * Math.cos(angle), 50 + 36 * Math.sin(angle), 80 + 16 * Math.cos(angle + 0.2),
					50 + 16 * Math.sin(angle + 0.2), 80 + 16 * Math.cos(angle - 0.2), 50 + 16 * Math.sin(angle - 0.2));
		}
	}

	private static void chip(Sheet sheet) {
		sheet.roundBox(690, 190, 130, 100, 14, 0xd8b860);
		for (int i = 0; i < 3; i++) {
			sheet.line(690, 216 + 26 * i, 730, 216 + 26 * i, 3, 0x80682a);
			sheet.line(780, 216 + 26 * i, 820, 216 + 26 * i, 3, 0x80682a);
		}
		Glyphs.outline(sheet, 730, 200, 50, 80, 3, 0x80682a);
	}

	private static void hologram(Sheet sheet) {
		for (int i = 5; i > 0; i--) {
			sheet.oval(890, 360, 16.0 * i, 18.0 * i, i % 2 == 0 ? 0xb8d8d0 : 0xd8c0e0);
		}
		sheet.boldText("ARC", 852, 372, 28, 0x7a90a8);
	}
}
