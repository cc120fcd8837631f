package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * A screenshot of a gallery app that shows the picture: bars above and below, the whole of it between them or the screen filled with it.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param screen
 *            of the one who took it
 * @param zoom
 *            0 shows the whole picture, 1 fills the screen with its middle, between them it is in between
 * @param bars
 *            whether the app's own bars are there, or only the picture
 */
record Viewer(String name, Screen screen, double zoom, boolean bars) implements Distortion {

	private static final int BAR = 56;

	static Viewer drawn(RandomDraws chance, Screen screen, String word) {
		double zoom = chance.between(0, 3) == 0 ? chance.within(0, 0.15) : 0;
		String name = word + "-drawn-" + screen.width() + "x" + screen.height() + "-" + RandomDraws.word(100 * zoom);
		return new Viewer(name, screen, zoom, chance.between(0, 3) > 0);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		int above = bars ? screen.px(Screen.STATUS_UNITS + BAR) : 0;
		int below = bars ? screen.px(BAR + 14) : 0;
		int room = Math.max(1, screen.height() - above - below);
		Picture shown = zoomed(picture, screen.width(), room, zoom);
		int left = (screen.width() - shown.width()) / 2;
		int top = above + (room - shown.height()) / 2;
		return screen.shot(chance, sheet -> {
			if (!bars && chance.coin()) {
				sheet.box(0, 0, screen.width(), screen.height(), 0);
			}
			sheet.picture(shown, left, top);
			if (bars) {
				bars(sheet, chance);
			} else {
				screen.handle(sheet);
			}
		});
	}

	/** A picture between wholly inside a place and covering it; what goes over the edges is cut off. */
	static Picture zoomed(Picture picture, int width, int height, double zoom) {
		double acrossFit = width / (double) picture.width();
		double downFit = height / (double) picture.height();
		double scale = Math.min(acrossFit, downFit) * (1 - zoom) + Math.max(acrossFit, downFit) * zoom;
		int wide = Math.clamp(Math.round(picture.width() * scale), 1, width);
		int high = Math.clamp(Math.round(picture.height() * scale), 1, height);
		return Fit.covering(picture, wide, high);
	}

	private void bars(Sheet sheet, RandomDraws chance) {
		int top = screen.px(Screen.STATUS_UNITS);
		sheet.box(0, 0, screen.width(), top + screen.px(BAR), screen.paper());
		int middle = top + screen.px(BAR / 2.0);
		sheet.line(screen.px(24), middle - screen.px(7), screen.px(17), middle, screen.px(2), 0x2080f0);
		sheet.line(screen.px(17), middle, screen.px(24), middle + screen.px(7), screen.px(2), 0x2080f0);
		String title = chance.oneOf("Yesterday", "Photos", "12 of 48", "Camera", "Saved");
		sheet.boldText(title, (screen.width() - Sheet.textWidth(title, screen.px(11))) / 2, middle, screen.px(11), screen.ink());
		String time = Phrases.time(chance);
		sheet.text(time, (screen.width() - Sheet.textWidth(time, screen.px(7))) / 2, middle + screen.px(15), screen.px(7), screen.faint());
		int lower = screen.height() - screen.px(BAR + 14);
		sheet.box(0, lower, screen.width(), screen.height() - lower, screen.paper());
		int icons = chance.between(3, 5);
		for (int i = 0; i < icons; i++) {
			double x = screen.width() * (2 * i + 1) / (2.0 * icons);
			icon(sheet, chance, x, lower + screen.px(BAR / 2.0));
		}
		screen.handle(sheet);
	}

	private void icon(Sheet sheet, RandomDraws chance, double x, double y) {
		double arm = screen.px(9);
		int thick = screen.px(2);
		switch (chance.between(0, 3)) {
			case 0 -> sheet.ring(x, y, arm, thick, screen.ink());
			case 1 -> {
				sheet.line(x, y - arm, x, y + arm / 2, thick, screen.ink());
				sheet.line(x - arm, y + arm, x + arm, y + arm, thick, screen.ink());
			}
			case 2 -> sheet.box((int) (x - arm * 0.7), (int) (y - arm), (int) (arm * 1.4), (int) (arm * 2), screen.faint());
			default -> {
				sheet.line(x - arm, y, x, y + arm, thick, screen.ink());
				sheet.line(x, y + arm, x + arm, y - arm, thick, screen.ink());
			}
		}
	}
}
