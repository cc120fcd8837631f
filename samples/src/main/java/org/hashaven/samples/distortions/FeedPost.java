package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * A screenshot of a social network: who posted it above the picture, likes and comments below, the next post under it.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param screen
 *            of the one who took it
 * @param card
 *            whether posts are cards with rounded corners and a margin, else the picture is as wide as the screen
 */
record FeedPost(String name, Screen screen, boolean card) implements Distortion {

	private static final int HEAD = 76;
	private static final int ROW = 58;
	/** Side of the next post's picture, before it is enlarged. */
	private static final int OTHER = 320;

	static FeedPost drawn(RandomDraws chance) {
		Screen screen = chance.between(0, 5) == 0 ? Screen.anyTablet(chance) : Screen.anyPhone(chance);
		boolean card = chance.coin();
		return new FeedPost("post-drawn-" + screen.width() + "x" + screen.height() + (card ? "-card" : ""), screen, card);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		int room = screen.height() - screen.px(HEAD + ROW + 120);
		Picture shown = Fit.wide(picture, screen.width() - 2 * margin(), room);
		int top = screen.px(HEAD + ROW + chance.between(0, 20));
		int textLines = card ? chance.between(0, 3) : 0;
		int pictureTop = Math.min(top + screen.px(17 * textLines), screen.height() - shown.height() - screen.px(90));
		return screen.shot(chance, sheet -> {
			head(sheet);
			author(sheet, chance, top - screen.px(ROW));
			for (int i = 0; i < textLines; i++) {
				sheet.text(Phrases.sentence(chance), screen.px(16), top + screen.px(10 + 17 * i), screen.px(9), screen.ink());
			}
			sheet.roundPicture(shown, (screen.width() - shown.width()) / 2, pictureTop, card ? screen.px(12) : 0);
			below(sheet, chance, pictureTop + shown.height());
			tabs(sheet);
		});
	}

	private int margin() {
		return card ? screen.px(14) : 0;
	}

	private void head(Sheet sheet) {
		sheet.boldText("feed", screen.px(16), screen.px(58), screen.px(16), screen.ink());
		sheet.ring(screen.width() - screen.px(28), screen.px(52), screen.px(9), screen.px(2), screen.ink());
		sheet.box(0, screen.px(HEAD - 2), screen.width(), 1, screen.faint());
	}

	private void author(Sheet sheet, RandomDraws chance, int top) {
		screen.face(sheet, chance, screen.px(34), top + screen.px(29), screen.px(18));
		sheet.boldText(Phrases.name(chance), screen.px(62), top + screen.px(28), screen.px(10), screen.ink());
		sheet.text(chance.between(2, 59) + " min", screen.px(62), top + screen.px(43), screen.px(7), screen.faint());
		for (int dot = 0; dot < 3; dot++) {
			sheet.disc(screen.width() - screen.px(18 + 7 * dot), top + screen.px(29), screen.px(2), screen.ink());
		}
	}

	private void below(Sheet sheet, RandomDraws chance, int top) {
		int y = top + screen.px(24);
		int heart = screen.px(8);
		sheet.disc(screen.px(24) - heart / 2.0, y - heart / 3.0, heart * 0.6, 0xf0405a);
		sheet.disc(screen.px(24) + heart / 2.0, y - heart / 3.0, heart * 0.6, 0xf0405a);
		sheet.shape(0xf0405a, screen.px(24) - heart, y, screen.px(24) + heart, y, screen.px(24), y + heart);
		sheet.ring(screen.px(60), y, screen.px(9), screen.px(2), screen.ink());
		sheet.shape(screen.ink(), screen.px(86), y - heart, screen.px(104), y, screen.px(86), y + heart);
		sheet.boldText(Phrases.count(chance) + " likes", screen.px(16), y + screen.px(30), screen.px(9), screen.ink());
		int next = y + screen.px(50);
		for (int i = chance.between(1, 3); i > 0; i--) {
			sheet.boldText(Phrases.name(chance), screen.px(16), next, screen.px(8), screen.ink());
			sheet.text(Phrases.line(chance), screen.px(110), next, screen.px(8), screen.ink());
			next += screen.px(18);
		}
		author(sheet, chance, next);
		int rest = screen.height() - next - screen.px(ROW);
		if (rest > 0) {
			Picture other = PictureGenerator.photo(chance.seed(), OTHER, OTHER);
			int width = screen.width() - 2 * margin();
			sheet.roundPicture(Scaled.to(other, width, width), margin(), next + screen.px(ROW), card ? screen.px(12) : 0);
		}
	}

	private void tabs(Sheet sheet) {
		int top = screen.height() - screen.px(56);
		sheet.box(0, top, screen.width(), screen.px(56), screen.paper());
		for (int i = 0; i < 5; i++) {
			sheet.ring(screen.width() * (2 * i + 1) / 10.0, top + screen.px(24), screen.px(9), screen.px(2), screen.ink());
		}
		screen.handle(sheet);
	}
}
