package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A photographed receipt of one shop: the logo, the columns and the foot are the same, the items are not. */
final class Receipt {

	private static final int WIDTH = 640;
	private static final int HEIGHT = 1400;
	private static final int INK = 0x33343a;

	private Receipt() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		Picture receipt = Sheet.painted(WIDTH, HEIGHT, 0xf2f0ea, sheet -> {
			head(sheet);
			sheet.text("Date " + Words.date(content) + "  " + Words.time(content), 40, 350, 17, INK);
			sheet.text("Till 0" + content.between(1, 9) + "   Receipt " + Words.digits(content, 6), 40, 384, 17, INK);
			dashes(sheet, 404);
			int y = 446;
			for (int items = content.between(6, 14); items > 0; items--) {
				sheet.text(Words.line(content, 18), 40, y, 17, INK);
				sheet.text("x" + content.between(1, 4), 400, y, 17, INK);
				Glyphs.rightAligned(sheet, Words.amount(content, 60), WIDTH - 40, y, 17, INK);
				y += 36;
			}
			foot(sheet, content);
		});
		return Scan.of(receipt, content);
	}

	private static void head(Sheet sheet) {
		sheet.disc(WIDTH / 2.0, 92, 62, INK);
		sheet.disc(WIDTH / 2.0, 92, 52, 0xf2f0ea);
		sheet.shape(INK, 286, 70, 354, 70, 344, 124, 296, 124);
		sheet.arc(320, 70, 18, 24, 180, 360, 6, INK);
		Glyphs.boldCentered(sheet, "CORNER MARKET", WIDTH / 2.0, 214, 36, INK);
		Glyphs.centered(sheet, "14 Harbour Street, Newhaven", WIDTH / 2.0, 256, 17, INK);
		Glyphs.centered(sheet, "Tel. 0417 555 120   VAT 88 204 771", WIDTH / 2.0, 286, 15, INK);
		dashes(sheet, 310);
	}

	private static void dashes(Sheet sheet, int y) {
		for (int x = 40; x < WIDTH - 40; x += 16) {
			sheet.box(x, y, 9, 3, INK);
		}
	}

	private static void foot(Sheet sheet, RandomDraws content) {
		dashes(sheet, 970);
		sheet.boldText("TOTAL", 40, 1024, 30, INK);
		Glyphs.rightAligned(sheet, Words.amount(content, 300), WIDTH - 40, 1024, 30, INK);
		sheet.text("CARD  **** " + Words.digits(content, 4), 40, 1070, 17, INK);
		sheet.text("VAT 20%", 40, 1104, 17, INK);
		Glyphs.rightAligned(sheet, Words.amount(content, 40), WIDTH - 40, 1104, 17, INK);
		dashes(sheet, 1126);
		Glyphs.boldCentered(sheet, "THANK YOU FOR SHOPPING!", WIDTH / 2.0, 1174, 22, INK);
		Glyphs.centered(sheet, "Returns within 30 days with this receipt", WIDTH / 2.0, 1208, 15, INK);
		int x = 110;
		while (x < 530) {
			int bar = content.between(2, 8);
			sheet.box(x, 1234, bar, 96, INK);
			x += bar + content.between(2, 7);
		}
		Glyphs.centered(sheet, Words.digits(content, 13), WIDTH / 2.0, 1362, 17, INK);
	}
}
