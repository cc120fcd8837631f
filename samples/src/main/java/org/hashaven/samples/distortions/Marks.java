package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Small things drawn over the picture with a finger or by a machine.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param pen
 *            what draws them
 */
record Marks(String name, Pen pen) implements Distortion {

	private static final Integer[] BRIGHT = {0xff2020, 0xffffff, 0x101010, 0xffe000, 0x20c0ff, 0xff30c0};

	/** Draws; a unit is a hundredth of the picture's shorter side. */
	interface Pen {
		void draw(Sheet sheet, RandomDraws chance, double unit);
	}

	/** A line drawn with a finger. */
	static Marks scribble() {
		return new Marks("scribble", Marks::scribble);
	}

	/** One arrow or two, each to a circle: look here. */
	static Marks arrows() {
		return new Marks("arrows", (sheet, chance, unit) -> {
			for (int i = chance.between(1, 2); i > 0; i--) {
				arrow(sheet, chance, unit);
			}
		});
	}

	/** The day in orange, as compact cameras print it. */
	static Marks dateStamp() {
		return new Marks("date-stamp", Marks::date);
	}

	/** A site's name on a pill in a corner. */
	static Marks logo() {
		return new Marks("logo", Marks::logo);
	}

	static Marks drawn(RandomDraws chance) {
		return chance.oneOf(scribble(), arrows(), dateStamp(), logo());
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double unit = Math.min(picture.width(), picture.height()) / 100.0;
		return Sheet.over(picture, sheet -> pen.draw(sheet, new RandomDraws(seed), unit));
	}

	private static void scribble(Sheet sheet, RandomDraws chance, double unit) {
		double x = sheet.width() * chance.within(0.15, 0.85);
		double y = sheet.height() * chance.within(0.15, 0.85);
		double heading = chance.within(0, 2 * Math.PI);
		int colour = chance.oneOf(BRIGHT);
		double thick = unit * chance.within(0.8, 2);
		for (int steps = chance.between(25, 60); steps > 0; steps--) {
			heading += chance.within(-0.6, 0.75);
			double nextX = Math.clamp(x + 4 * unit * Math.cos(heading), 0, sheet.width());
			double nextY = Math.clamp(y + 4 * unit * Math.sin(heading), 0, sheet.height());
			sheet.line(x, y, nextX, nextY, thick, colour);
			x = nextX;
			y = nextY;
		}
	}

	private static void arrow(Sheet sheet, RandomDraws chance, double unit) {
		int colour = chance.oneOf(BRIGHT);
		double x = sheet.width() * chance.within(0.2, 0.8);
		double y = sheet.height() * chance.within(0.2, 0.8);
		double radius = unit * chance.within(7, 13);
		double heading = chance.within(0, 2 * Math.PI);
		double length = unit * chance.within(15, 26);
		double tipX = x + (radius + 2 * unit) * Math.cos(heading);
		double tipY = y + (radius + 2 * unit) * Math.sin(heading);
		sheet.ring(x, y, radius, 1.4 * unit, colour);
		sheet.line(tipX, tipY, tipX + length * Math.cos(heading), tipY + length * Math.sin(heading), 1.8 * unit, colour);
		for (double wing = -0.5; wing < 1; wing++) {
			double wingX = tipX + 6 * unit * Math.cos(heading + wing);
			double wingY = tipY + 6 * unit * Math.sin(heading + wing);
			sheet.line(tipX, tipY, wingX, wingY, 1.8 * unit, colour);
		}
	}

	private static void date(Sheet sheet, RandomDraws chance, double unit) {
		String text = "%d %d '%02d".formatted(chance.between(1, 12), chance.between(1, 28), chance.between(5, 25));
		double height = 3.6 * unit;
		sheet.boldText(text, sheet.width() - Sheet.textWidth(text, height) - 4 * unit, sheet.height() - 4 * unit, height, 0xff9a2e);
	}

	private static void logo(Sheet sheet, RandomDraws chance, double unit) {
		double height = 3.5 * unit;
		String text = chance.oneOf("clips.example", "PICHUB", "hot24", "@leaks");
		int wide = (int) (Sheet.textWidth(text, height) + 3 * height);
		int left = (int) (chance.coin() ? 3 * unit : sheet.width() - wide - 3 * unit);
		int top = (int) (chance.coin() ? 3 * unit : sheet.height() - 10 * unit);
		int ground = chance.oneOf(0x101010, 0xd02030, 0xffffff);
		sheet.roundBox(left, top, wide, (int) (7 * unit), (int) (2 * unit), ground);
		sheet.disc(left + height, top + 3.5 * unit, height / 2, 0xff9a2e);
		sheet.boldText(text, left + 1.9 * height, top + 5.2 * unit, height, ground == 0xffffff ? 0x101010 : 0xffffff);
	}
}
