package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * A screenshot of a page in a browser: address, heading, text above and below the picture.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param screen
 *            of the one who took it
 * @param marginUnits
 *            left and right of the picture
 */
record WebPage(String name, Screen screen, int marginUnits) implements Distortion {

	private static final int HEAD = 86;
	private static final int LETTERS = 8;

	static WebPage drawn(RandomDraws chance) {
		int margin = chance.coin() ? 0 : chance.between(8, 28);
		return new WebPage("browser-drawn-" + margin, chance.between(0, 4) == 0 ? Screen.anyTablet(chance) : Screen.anyPhone(chance),
				margin);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		int margin = screen.px(marginUnits);
		int room = screen.height() - screen.px(HEAD + 130);
		Picture shown = Fit.wide(picture, screen.width() - 2 * margin, room);
		int left = (screen.width() - shown.width()) / 2;
		int lines = chance.between(0, 6);
		int top = Math.min(screen.px(HEAD + 62 + 17 * lines), screen.height() - shown.height() - screen.px(24));
		return screen.shot(chance, sheet -> {
			sheet.boldText(Phrases.shout(chance), screen.px(16), screen.px(HEAD + 34), screen.px(14), screen.ink());
			paragraph(sheet, chance, screen.px(HEAD + 58), top - screen.px(8));
			sheet.picture(shown, left, top);
			sheet.text(Phrases.sentence(chance), screen.px(16), top + shown.height() + screen.px(16), screen.px(6), screen.faint());
			paragraph(sheet, chance, top + shown.height() + screen.px(40), screen.height());
			address(sheet, chance);
		});
	}

	private void paragraph(Sheet sheet, RandomDraws chance, int from, int to) {
		int letters = screen.px(LETTERS);
		for (int y = from; y < to; y += screen.px(17)) {
			double x = screen.px(16);
			double end = screen.width() - screen.px(24) - (chance.between(0, 4) == 0 ? screen.width() / 2.0 : 0);
			while (x < end) {
				String words = Phrases.line(chance);
				double wide = Sheet.textWidth(words, letters);
				if (x + wide > screen.width() - screen.px(12)) {
					break;
				}
				sheet.text(words, x, y, letters, screen.ink());
				x += wide + letters;
			}
		}
	}

	private void address(Sheet sheet, RandomDraws chance) {
		sheet.box(0, 0, screen.width(), screen.px(HEAD), screen.card());
		int top = screen.px(Screen.STATUS_UNITS + 8);
		sheet.roundBox(screen.px(12), top, screen.width() - screen.px(70), screen.px(38), screen.px(19), screen.paper());
		String host = chance.oneOf("board.example.org/view?id=", "news.example.com/a/", "img.example.net/") + chance.between(1000, 99999);
		sheet.text(host, screen.px(30), top + screen.px(24), screen.px(9), screen.ink());
		sheet.ring(screen.width() - screen.px(32), top + screen.px(19), screen.px(8), screen.px(2), screen.ink());
	}
}
