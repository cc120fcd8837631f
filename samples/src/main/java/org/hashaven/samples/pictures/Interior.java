package org.hashaven.samples.pictures;

import org.hashaven.samples.pictures.Texture.Pattern;

/** Scenes close by: portraits, a room, a table with things, leaves, and next to nothing. */
final class Interior {

	private final Stage stage;
	private final Dice dice;

	private Interior(Stage stage) {
		this.stage = stage;
		this.dice = stage.dice();
	}

	/** One to three people before a blurred background. */
	static void portrait(Stage stage) {
		Interior interior = new Interior(stage);
		Dice dice = stage.dice();
		interior.blurredBackground();
		int people = dice.chance(0.6) ? 1 : dice.between(2, 3);
		double size = people == 1 ? dice.between(0.14, 0.3) : dice.between(0.1, 0.16);
		for (int i = 0; i < people; i++) {
			double x = stage.x((i + 0.5) / people + dice.between(-0.15, 0.15) / people);
			new Figure(stage, x, stage.y(dice.between(0.3, 0.5)), size * dice.between(0.85, 1.15)).paint();
		}
	}

	/** A wall with pictures and a window, a floor, furniture, sometimes somebody. */
	static void room(Stage stage) {
		Interior interior = new Interior(stage);
		Dice dice = stage.dice();
		double floor = dice.between(0.55, 0.85);
		interior.wall(floor);
		interior.wallThings(floor);
		interior.furniture(floor);
		if (dice.chance(0.5)) {
			double size = dice.between(0.07, 0.16);
			new Figure(stage, stage.x(dice.between(0.2, 0.8)), stage.y(floor) - size * dice.between(0.5, 3.0), size).paint();
		}
		if (dice.chance(0.5)) {
			interior.beam();
		}
	}

	/** Balls, boxes, bowls and bottles on a table. */
	static void stillLife(Stage stage) {
		Interior interior = new Interior(stage);
		Dice dice = stage.dice();
		double table = dice.between(0.3, 0.65);
		interior.wall(table);
		for (int i = dice.between(3, 9); i > 0; i--) {
			interior.thing(stage.x(dice.between(0.05, 0.95)), stage.y(dice.between(table + 0.05, 0.98)), dice.between(0.04, 0.16));
		}
		if (dice.chance(0.5)) {
			interior.beam();
		}
	}

	/**
	 * Leaves, stones or petals over one another, few large and many small: the "dead leaves" whose statistics are those of photographs.
	 */
	static void leaves(Stage stage) {
		Dice dice = stage.dice();
		Colour first = Colour.any(dice);
		Colour second = Colour.any(dice);
		stage.add(new Backdrop(0, stage.any(first.lit(0.5)), second.lit(0.5), dice.unit(), dice.between(-1.0, 1.0), 0));
		boolean boxes = dice.chance(0.2);
		double slender = dice.between(0.25, 1.0);
		double ragged = dice.chance(0.5) ? dice.between(0.0, 0.4) : 0;
		int count = dice.between(40, 120);
		for (int i = 0; i < count; i++) {
			double share = (i + 1.0) / count;
			double size = Math.min(0.28, 0.025 / Math.sqrt(1.001 - dice.unit()) + 0.05 * (1 - share));
			Colour colour = first.mix(second, dice.unit()).lit(dice.between(0.4, 1.35));
			Material material = Material.of(colour, dice.between(0.1, 0.6), stage.texture(Pattern.CREASES, 6, 20));
			double x = stage.x(dice.unit());
			double y = stage.y(dice.unit());
			double angle = dice.between(0.0, 3.14);
			stage.shadow(x + size * 0.2, y + size * 0.25, size, size * slender, 0.35);
			stage.add(boxes
					? stage.box(x, y, size, size * slender, angle, 0, material, dice.between(0.0, 0.6))
					: stage.ellipse(x, y, size, size * slender, angle, ragged, material, dice.between(0.3, 0.9)));
		}
	}

	/** Fog, a wall, a night sky: almost nothing to see. */
	static void nothing(Stage stage) {
		Dice dice = stage.dice();
		Colour colour = Colour.any(dice).lit(dice.chance(0.3) ? 0.15 : 1);
		Material fog = Material.of(colour, dice.between(0.02, 0.35), stage.texture(Pattern.CLOUDS, 0.7, 2).rough(0.4));
		stage.add(new Backdrop(0, fog, colour.lit(dice.between(0.8, 1.1)), 1, dice.between(-0.5, 0.5), 0));
		if (dice.chance(0.5)) {
			double size = dice.between(0.03, 0.15);
			stage.add(stage
					.ellipse(stage.x(dice.unit()), stage.y(dice.unit()), size, size, Material.even(colour.lit(dice.between(0.85, 1.15))), 0)
					.blurred(size));
		}
	}

	private void blurredBackground() {
		Colour first = Colour.any(dice).lit(dice.between(0.4, 1.0));
		Colour second = Colour.any(dice);
		Texture soft = stage.texture(Pattern.CLOUDS, 1.5, 4).rough(0.35);
		stage.add(new Backdrop(0, new Material(first, second, soft), dice.oneOf(first, second, Colour.BLACK), dice.between(0.0, 0.8),
				dice.between(-1.0, 1.0), 0));
		for (int i = dice.between(2, 14); i > 0; i--) {
			double size = dice.between(0.03, 0.2);
			Material material = Material.even(first.mix(second, dice.unit()).lit(dice.between(0.4, 1.6)));
			double x = stage.x(dice.unit());
			double y = stage.y(dice.unit());
			Solid solid = dice.chance(0.5)
					? stage.ellipse(x, y, size, size, material, 0)
					: stage.box(x, y, size, size * dice.between(0.5, 4.0), dice.between(-0.1, 0.1), 0, material, 0);
			stage.add(solid.blurred(dice.between(0.01, 0.08)).thin(dice.between(0.4, 0.95)));
		}
	}

	private void wall(double floor) {
		Colour paint = Colour.any(dice).mix(Colour.of(0xe8e4dc), dice.unit());
		Material wall = dice.chance(0.3) ? stage.any(paint) : stage.cloudy(paint, dice.between(0.05, 0.2));
		stage.add(new Backdrop(0, wall, paint.lit(dice.between(0.3, 0.8)), dice.between(0.2, 0.9), dice.between(-1.0, 1.0), 0));
		Colour boards = dice.oneOf(Colour.of(0x8a5f3c), Colour.of(0x5c4030), Colour.of(0xb8a58c), Colour.of(0x9c9890), Colour.any(dice));
		Pattern pattern = dice.chance(0.5) ? Pattern.TILES : Pattern.BANDS;
		Material ground = Material.of(boards, dice.between(0.2, 0.6), stage.texture(pattern, 4, 9));
		stage.add(new Backdrop(stage.y(floor), ground, boards.lit(0.4), dice.between(0.1, 0.7), dice.between(-1.0, 1.0), 0.8));
		stage.shadow(stage.x(0.5), stage.y(floor), stage.x(0.8), 0.03, 0.4);
	}

	private void wallThings(double floor) {
		for (int i = dice.between(1, 4); i > 0; i--) {
			double width = dice.between(0.06, 0.2);
			double height = dice.between(0.08, 0.22);
			double x = stage.x(dice.between(0.05, 0.95));
			double y = stage.y(dice.between(0.1, floor - 0.2));
			boolean window = dice.chance(0.4);
			Material inside = window
					? stage.cloudy(Colour.of(0xdfeaf2).lit(dice.between(0.8, 1.3)), 0.3)
					: stage.any(Colour.any(dice));
			stage.shadow(x + 0.02, y + 0.03, width * 1.15, height * 1.15, 0.4);
			stage.add(stage.box(x, y, width * 1.12, height * 1.1, Material.even(window ? Colour.WHITE : Colour.any(dice).lit(0.5))));
			stage.add(stage.box(x, y, width, height, inside));
			if (window) {
				stage.add(stage.box(x, y, width * 0.04, height, Material.even(Colour.WHITE)));
				stage.glow(x, y, Math.max(width, height) * 1.3, Colour.WHITE, 0.35);
			}
		}
	}

	private void furniture(double floor) {
		for (int i = dice.between(1, 5); i > 0; i--) {
			double width = dice.between(0.06, 0.28);
			double height = dice.between(0.06, 0.3);
			double x = stage.x(dice.unit());
			double foot = stage.y(floor + dice.between(0.02, 0.25));
			Material material = stage.any(Colour.any(dice));
			stage.shadow(x, foot, width * 1.2, 0.04, 0.6);
			stage.add(stage.box(x, foot - height, width, height, 0, dice.chance(0.3) ? dice.between(-0.3, 0.4) : 0, material,
					dice.between(0.0, 0.7)));
			stage.add(stage.box(x, foot - 2 * height, width * 1.04, 0.015, Material.even(Colour.any(dice))));
		}
	}

	private void thing(double x, double foot, double size) {
		Material material = stage.any(Colour.any(dice));
		double side = -Math.signum(stage.light().right());
		stage.shadow(x + side * size * 0.5, foot, size * 1.5, size * 0.3, 0.6);
		switch (dice.between(0, 3)) {
			case 0 -> {
				stage.add(stage.ellipse(x, foot - size, size, size, material, 1));
				stage.glow(x - side * size * 0.35, foot - size * 1.4, size * 0.15, Colour.WHITE, 0.7);
			}
			case 1 -> stage.add(stage.box(x, foot - size, size, size, dice.between(-0.1, 0.1), 0, material, dice.between(0.0, 0.4)));
			case 2 -> {
				stage.add(stage.box(x, foot - size * 1.1, size * 0.45, size * 1.1, 0, 0.1, material, 0.9));
				stage.add(stage.box(x, foot - size * 2.5, size * 0.16, size * 0.5, 0, 0, material, 0.9));
			}
			default -> {
				stage.add(stage.ellipse(x, foot - size * 0.5, size * 1.2, size * 0.55, material, 0.9));
				stage.add(stage.ellipse(x, foot - size * 0.85, size, size * 0.18, Material.even(Colour.any(dice).lit(0.6)), 0.3));
			}
		}
	}

	/** Light that falls in from the side. */
	private void beam() {
		double width = dice.between(0.08, 0.3);
		stage.add(stage
				.box(stage.x(dice.unit()), stage.y(dice.unit()), width, 1.2, dice.between(0.3, 1.2), 0, Material.even(Colour.of(0xfff0d0)),
						0)
				.blurred(dice.between(0.01, 0.08)).thin(dice.between(0.12, 0.35)));
	}
}
