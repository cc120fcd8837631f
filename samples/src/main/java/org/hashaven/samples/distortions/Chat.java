package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * A screenshot of a chat in which somebody sent the picture: a head with a name, bubbles left and right, a line to write in.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param screen
 *            of the one who took it
 * @param widthPercent
 *            of the picture, of the screen's width
 * @param sent
 *            whether the picture is on the right, where one's own messages are
 */
record Chat(String name, Screen screen, double widthPercent, boolean sent) implements Distortion {

	private static final int HEAD = 84;
	private static final int FOOT = 64;
	private static final int SIDE = 12;
	private static final int FACE = 16;

	static Chat common(int widthPercent, boolean sent, boolean dark) {
		String name = "chat-" + (dark ? "dark-" : "light-") + widthPercent + (sent ? "-sent" : "");
		return new Chat(name, Screen.common(dark), widthPercent, sent);
	}

	static Chat drawn(RandomDraws chance) {
		double percent = chance.within(55, 76);
		return new Chat("chat-drawn-" + RandomDraws.word(percent), Screen.anyPhone(chance), percent, chance.coin());
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		int room = screen.height() - screen.px(HEAD + FOOT);
		Picture shown = Fit.wide(picture, (int) (screen.width() * widthPercent / 100), room * 8 / 10);
		int own = chance.oneOf(0x2f7cf6, 0x3aa856, 0x7a5cf0, 0xf5d94a, 0x128c7e);
		int top = screen.px(HEAD) + chance.between(room / 20, Math.max(room / 20, room - shown.height() - room / 20));
		return screen.shot(chance, sheet -> {
			if (!screen.dark() && chance.coin()) {
				sheet.box(0, 0, screen.width(), screen.height(), chance.oneOf(0xe9e2d8, 0xdfe8f2, 0xbacee0, 0xf4f0fa));
			}
			picture(sheet, chance, shown, top);
			int y = top - screen.px(14);
			while (y > screen.px(HEAD)) {
				y = bubble(sheet, chance, y, true, own);
			}
			y = top + shown.height() + screen.px(26);
			while (y < screen.height() - screen.px(FOOT)) {
				y = bubble(sheet, chance, y, false, own);
			}
			head(sheet, chance);
			foot(sheet);
		});
	}

	private void picture(Sheet sheet, RandomDraws chance, Picture shown, int top) {
		int left = sent ? screen.width() - shown.width() - screen.px(SIDE) : screen.px(SIDE + 2 * FACE + 6);
		left = Math.max(0, Math.min(left, screen.width() - shown.width()));
		sheet.roundPicture(shown, left, top, screen.px(chance.between(6, 18)));
		String time = Phrases.time(chance);
		int height = screen.px(7);
		if (chance.coin()) {
			int wide = (int) Sheet.textWidth(time, height) + screen.px(10);
			sheet.pane(left + shown.width() - wide - screen.px(8), top + shown.height() - screen.px(22), wide, screen.px(14), 0, 0.5);
			sheet.text(time, left + shown.width() - wide - screen.px(3), top + shown.height() - screen.px(11), height, 0xffffff);
		} else {
			sheet.text(time, left, top + shown.height() + screen.px(14), height, screen.faint());
		}
		if (!sent) {
			screen.face(sheet, chance, screen.px(SIDE + FACE), top + screen.px(FACE), screen.px(FACE));
		}
	}

	/** Draws a message above or below a height; gives where the next may be. */
	private int bubble(Sheet sheet, RandomDraws chance, int edge, boolean above, int own) {
		boolean mine = chance.coin();
		int lines = chance.between(1, 2);
		String[] text = {Phrases.line(chance), Phrases.sentence(chance)};
		int letters = screen.px(9);
		int wide = 0;
		for (int i = 0; i < lines; i++) {
			wide = (int) Math.max(wide, Sheet.textWidth(text[i], letters));
		}
		int height = screen.px(14 + 19 * lines);
		int width = wide + screen.px(24);
		int top = above ? edge - height : edge;
		int left = mine ? screen.width() - width - screen.px(SIDE) : screen.px(SIDE + 2 * FACE + 6);
		boolean bright = mine && own == 0xf5d94a;
		sheet.roundBox(left, top, width, height, screen.px(14), mine ? own : screen.card());
		for (int i = 0; i < lines; i++) {
			int ink = bright ? 0x202020 : mine ? 0xffffff : screen.ink();
			sheet.text(text[i], left + screen.px(12), top + screen.px(20 + 19 * i), letters, ink);
		}
		if (!mine && chance.coin()) {
			screen.face(sheet, chance, screen.px(SIDE + FACE), top + screen.px(FACE), screen.px(FACE));
		}
		int gap = screen.px(chance.between(5, 20));
		return above ? top - gap : top + height + gap;
	}

	private void head(Sheet sheet, RandomDraws chance) {
		sheet.box(0, 0, screen.width(), screen.px(HEAD), screen.dark() ? 0x1b1d21 : 0xf6f6f6);
		sheet.box(0, screen.px(HEAD), screen.width(), 1, screen.faint());
		int middle = screen.px(Screen.STATUS_UNITS + 28);
		arrow(sheet, screen.px(18), middle);
		screen.face(sheet, chance, screen.px(56), middle, screen.px(18));
		sheet.boldText(Phrases.name(chance), screen.px(84), middle, screen.px(11), screen.ink());
		sheet.text("online", screen.px(84), middle + screen.px(16), screen.px(7), screen.faint());
		for (int dot = -1; dot <= 1; dot++) {
			sheet.disc(screen.width() - screen.px(20), middle + dot * screen.px(7), screen.px(2), screen.ink());
		}
	}

	private void arrow(Sheet sheet, int x, int y) {
		int arm = screen.px(7);
		sheet.line(x + arm, y - arm, x, y, screen.px(2), screen.ink());
		sheet.line(x, y, x + arm, y + arm, screen.px(2), screen.ink());
	}

	private void foot(Sheet sheet) {
		int top = screen.height() - screen.px(FOOT);
		sheet.box(0, top, screen.width(), screen.px(FOOT), screen.dark() ? 0x1b1d21 : 0xf6f6f6);
		sheet.roundBox(screen.px(44), top + screen.px(9), screen.width() - screen.px(100), screen.px(34), screen.px(17), screen.card());
		sheet.text("Message", screen.px(60), top + screen.px(31), screen.px(9), screen.faint());
		sheet.disc(screen.px(23), top + screen.px(26), screen.px(12), screen.faint());
		sheet.disc(screen.width() - screen.px(26), top + screen.px(26), screen.px(15), 0x2f7cf6);
		screen.handle(sheet);
	}
}
