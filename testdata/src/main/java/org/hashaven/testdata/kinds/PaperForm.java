package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** An official form, filled in by hand and scanned. */
final class PaperForm {

	private static final int WIDTH = 1200;
	private static final int HEIGHT = 1600;
	private static final int INK = 0x202428;
	private static final int RULE = 0x4a5a78;
	private static final String[] LABELS = {"1  Family name", "2  Given names", "3  Date of birth", "4  Place of birth", "5  Nationality",
			"6  Street and number", "7  Postal code, city", "8  Telephone", "9  Occupation", "10  Employer"};
	private static final String[] QUESTIONS = {"Have you applied for this before?", "Do you live at the address above?",
			"Are you registered elsewhere?", "Do you receive other benefits?", "Have you enclosed copies?"};

	private PaperForm() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture form = Sheet.painted(WIDTH, HEIGHT, 0xf4f2ec, sheet -> {
			head(sheet);
			int pen = content.oneOf(0x1a2a7a, 0x202020, 0x2a4ab0);
			for (int i = 0; i < LABELS.length; i++) {
				field(sheet, content, i, pen);
			}
			for (int i = 0; i < QUESTIONS.length; i++) {
				question(sheet, content, i, pen);
			}
			foot(sheet, content, pen);
		});
		return Scan.of(form, content);
	}

	private static void head(Sheet sheet) {
		emblem(sheet, 130, 130);
		sheet.boldText("MUNICIPALITY OF NEWHAVEN", 230, 110, 30, INK);
		sheet.text("Office for residents - Department 4", 230, 160, 22, INK);
		Glyphs.outline(sheet, 910, 70, 220, 110, 2, RULE);
		sheet.text("for official use", 922, 94, 14, RULE);
		sheet.boldText("APPLICATION FOR A CERTIFICATE", 70, 268, 40, INK);
		sheet.text("Please write in block letters and return with copies of your documents.", 70, 312, 18, INK);
		sheet.box(70, 336, WIDTH - 140, 6, RULE);
	}

	private static void emblem(Sheet sheet, double x, double y) {
		sheet.shape(RULE, x - 56, y - 60, x + 56, y - 60, x + 56, y + 10, x, y + 66, x - 56, y + 10);
		sheet.shape(0xf4f2ec, x - 46, y - 50, x + 46, y - 50, x + 46, y + 6, x, y + 52, x - 46, y + 6);
		sheet.shape(RULE, x, y - 44, x + 12, y - 4, x, y + 36, x - 12, y - 4);
		sheet.shape(RULE, x - 40, y - 8, x, y - 20, x + 40, y - 8, x, y + 6);
	}

	private static void field(Sheet sheet, RandomDraws content, int number, int pen) {
		boolean half = number >= 2 && number != 5;
		int column = half && number % 2 == 1 ? 1 : 0;
		int[] rows = {0, 1, 2, 2, 3, 4, 5, 5, 6, 6};
		int top = 366 + 92 * rows[number];
		int left = 70 + column * 540;
		int width = half ? 520 : WIDTH - 140;
		Glyphs.outline(sheet, left, top, width, 80, 2, RULE);
		sheet.box(left, top, width, 26, 0xd8e0ec);
		sheet.text(LABELS[number], left + 10, top + 20, 14, RULE);
		Glyphs.handwriting(sheet, content, content.between(6, half ? 18 : 34), left + 24, top + 66, 26, pen);
	}

	private static void question(Sheet sheet, RandomDraws content, int number, int pen) {
		int top = 1034 + 62 * number;
		sheet.text("%d  %s".formatted(11 + number, QUESTIONS[number]), 70, top + 26, 19, INK);
		for (int i = 0; i < 2; i++) {
			int left = 800 + 190 * i;
			Glyphs.outline(sheet, left, top, 34, 34, 2, RULE);
			sheet.text(i == 0 ? "yes" : "no", left + 50, top + 26, 19, INK);
		}
		int cross = 800 + 190 * content.between(0, 1);
		sheet.line(cross + 3, top + 4, cross + 33, top + 34, 4, pen);
		sheet.line(cross + 31, top - 2, cross + 2, top + 33, 4, pen);
		sheet.box(70, top + 46, WIDTH - 140, 1, RULE);
	}

	private static void foot(Sheet sheet, RandomDraws content, int pen) {
		sheet.text("I declare that the information given above is true and complete.", 70, 1390, 18, INK);
		sheet.line(70, 1490, 470, 1490, 2, INK);
		sheet.text("Place and date", 70, 1514, 14, RULE);
		sheet.line(620, 1490, 1130, 1490, 2, INK);
		sheet.text("Signature of the applicant", 620, 1514, 14, RULE);
		Glyphs.handwriting(sheet, content, content.between(10, 16), 90, 1478, 28, pen);
		Glyphs.handwriting(sheet, content, content.between(8, 14), 650, 1474, 52, pen);
		for (int i = 0; i < 40; i++) {
			sheet.box(70 + 7 * i, 1536, 2 + (i * 7 % 5 == 0 ? 3 : i % 3 == 0 ? 2 : 0), 40, INK);
		}
		sheet.text("Form N-417 (rev. 03)", 880, 1570, 15, RULE);
	}
}
