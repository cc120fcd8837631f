package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * A screenshot of a story: the picture on a tall frame, progress above, a name, something written over it.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param screen
 *            of the one who took it
 * @param ground
 *            what is behind the picture
 * @param widthPercent
 *            of the picture, of the screen's width, above 100 it goes over the edges; smaller when it would be too high
 * @param labels
 *            how many pieces of text lie over it
 */
record Story(String name, Screen screen, Ground ground, double widthPercent, int labels) implements Distortion {

	/** What is behind the picture of a story. */
	enum Ground {
		GRADIENT, BLURRED, BLACK, COLOUR
	}

	static Story common(String name, Ground ground, double widthPercent, int labels) {
		return new Story(name, new Screen(720, 1280, 360, true), ground, widthPercent, labels);
	}

	static Story drawn(RandomDraws chance) {
		double percent = chance.coin() ? 100 : chance.within(70, 125);
		Ground ground = chance.oneOf(Ground.values());
		return new Story("story-drawn-" + RandomDraws.word(percent), Screen.anyPhone(chance).inDark(), ground, percent,
				chance.between(0, 2));
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		double scale = screen.width() * widthPercent / 100 / picture.width();
		double highest = screen.height() * Math.max(1, widthPercent / 100) / picture.height();
		double factor = Math.min(scale, highest);
		int width = (int) Math.clamp(Math.round(picture.width() * factor), 1, 2L * screen.width());
		int height = (int) Math.clamp(Math.round(picture.height() * factor), 1, 2L * screen.height());
		int left = (screen.width() - width) / 2;
		int top = (screen.height() - height) / 2;
		Picture scaled = Scaled.to(picture, width, height);
		return screen.shot(chance, sheet -> {
			behind(sheet, chance, picture);
			sheet.roundPicture(scaled, left, top, widthPercent < 100 ? screen.px(chance.between(0, 12)) : 0);
			for (int i = 0; i < labels; i++) {
				label(sheet, chance);
			}
			frame(sheet, chance);
		});
	}

	private void behind(Sheet sheet, RandomDraws chance, Picture picture) {
		switch (ground) {
			case GRADIENT -> sheet.gradient(chance.colour(), chance.colour());
			case BLURRED -> sheet.picture(Backing.blurred(picture, screen.width(), screen.height(), 0.25), 0, 0);
			case BLACK -> sheet.box(0, 0, screen.width(), screen.height(), 0);
			case COLOUR -> sheet.box(0, 0, screen.width(), screen.height(), chance.colour());
		}
	}

	/** White text on a dark pill, or dark on a white one. */
	private void label(Sheet sheet, RandomDraws chance) {
		String text = chance.coin() ? Phrases.line(chance) : "@" + Phrases.name(chance);
		boolean white = chance.coin();
		int letters = screen.px(chance.between(11, 18));
		int wide = (int) Sheet.textWidth(text, letters) + 2 * letters;
		int left = chance.between(0, Math.max(0, screen.width() - wide));
		int top = chance.between(screen.height() / 5, screen.height() * 4 / 5);
		sheet.roundBox(left, top, wide, letters * 5 / 2, letters / 2, white ? 0xffffff : 0x151515);
		sheet.boldText(text, left + letters, top + letters * 7 / 4.0, letters, white ? 0x151515 : 0xffffff);
	}

	private void frame(Sheet sheet, RandomDraws chance) {
		int parts = chance.between(1, 7);
		int at = chance.between(0, parts - 1);
		int wide = (screen.width() - screen.px(16)) / parts;
		int top = screen.px(Screen.STATUS_UNITS + 4);
		for (int i = 0; i < parts; i++) {
			sheet.pane(screen.px(8) + i * wide, top, wide - screen.px(4), screen.px(2), 0xffffff, i <= at ? 0.95 : 0.4);
		}
		screen.face(sheet, chance, screen.px(28), top + screen.px(26), screen.px(16));
		sheet.boldText(Phrases.name(chance), screen.px(52), top + screen.px(30), screen.px(10), 0xffffff);
		int low = screen.height() - screen.px(60);
		sheet.pane(screen.px(16), low, screen.width() - screen.px(90), screen.px(40), 0, 0.35);
		sheet.text("Send message", screen.px(34), low + screen.px(25), screen.px(9), 0xffffff);
		sheet.ring(screen.width() - screen.px(38), low + screen.px(20), screen.px(12), screen.px(2), 0xffffff);
	}
}
