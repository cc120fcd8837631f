package org.hashaven.samples.pictures;

import org.hashaven.samples.pictures.Texture.Pattern;

/** Scenes out of doors: a landscape and a street. */
final class Scenery {

	private static final Colour[] ZENITH = {Colour.of(0x3b6fb5), Colour.of(0x6f9fd8), Colour.of(0x8d99a6), Colour.of(0x2b3f6b),
			Colour.of(0x5a4a78), Colour.of(0xb9c4cc)};
	private static final Colour[] HORIZON = {Colour.of(0xd9e6f0), Colour.of(0xf3d9b0), Colour.of(0xf0a070), Colour.of(0xc3ccd2),
			Colour.of(0xe8c8c8)};
	private static final Colour[] GROUND = {Colour.of(0x5d6b38), Colour.of(0x7d7048), Colour.of(0x3f5230), Colour.of(0x8c8378),
			Colour.of(0xb7a27a), Colour.of(0x6b5540), Colour.of(0xd8dde2)};

	private final Stage stage;
	private final Dice dice;
	private final Colour haze;

	private Scenery(Stage stage) {
		this.stage = stage;
		this.dice = stage.dice();
		this.haze = dice.oneOf(HORIZON);
	}

	/** Sky, hills behind hills, a meadow or a lake, trees, a house, perhaps somebody in front. */
	static void landscape(Stage stage) {
		Scenery scenery = new Scenery(stage);
		Dice dice = stage.dice();
		double horizon = dice.between(0.25, 0.7);
		scenery.sky(horizon);
		scenery.hills(horizon);
		if (dice.chance(0.35)) {
			scenery.lake(horizon + dice.between(0.05, 0.2));
		}
		scenery.trees(horizon);
		if (dice.chance(0.4)) {
			scenery.house(dice.between(0.15, 0.85), horizon + dice.between(0.03, 0.15), dice.between(0.08, 0.18));
		}
		scenery.stones(horizon);
		scenery.passers(horizon, dice.between(-1, 2));
	}

	/** House fronts on both sides of a road, a strip of sky, cars, people. */
	static void street(Stage stage) {
		Scenery scenery = new Scenery(stage);
		Dice dice = stage.dice();
		double horizon = dice.between(0.45, 0.65);
		scenery.sky(horizon);
		scenery.road(horizon);
		scenery.fronts(horizon);
		scenery.cars(horizon);
		scenery.passers(horizon, dice.between(0, 4));
	}

	private void sky(double horizon) {
		Colour zenith = dice.oneOf(ZENITH);
		Colour cloud = zenith.mix(Colour.WHITE, dice.between(0.0, 0.8));
		Texture clouds = stage.texture(Pattern.CLOUDS, 1.5, 5).stretched(dice.between(1.0, 3.0));
		stage.add(new Backdrop(0, new Material(zenith, cloud, clouds), haze, 0.9, dice.between(-0.5, 0.5), 0));
		if (dice.chance(0.5)) {
			double radius = dice.between(0.02, 0.07);
			double x = stage.x(dice.unit());
			double y = stage.y(dice.between(0.05, horizon));
			stage.glow(x, y, radius * 4, Colour.of(0xfff3d8), dice.between(0.3, 0.9));
			stage.add(stage.ellipse(x, y, radius, radius, Material.even(Colour.WHITE), 0).blurred(radius * 0.3));
		}
		for (int i = dice.between(0, 5); i > 0; i--) {
			Material white = stage.cloudy(Colour.WHITE.mix(haze, dice.unit()), 0.25);
			double width = dice.between(0.06, 0.3);
			stage.add(stage
					.ellipse(stage.x(dice.unit()), stage.y(dice.unit() * horizon), width, width * dice.between(0.2, 0.5), 0, 0.5, white,
							0.6)
					.blurred(0.03).thin(dice.between(0.4, 0.95)));
		}
	}

	private void hills(double horizon) {
		Colour ground = dice.oneOf(GROUND);
		int count = dice.between(1, 4);
		for (int i = 1; i <= count; i++) {
			double nearness = (double) i / count;
			double level = stage.y(horizon + 0.35 * (nearness - 1 / (double) count));
			Texture profile = stage.texture(Pattern.CLOUDS, 1.5, 4).rough(dice.between(0.4, 0.65));
			Colour colour = haze.mix(ground, 0.3 + 0.7 * nearness).lit(dice.between(0.7, 1.1));
			Material cover = Material.of(colour, 0.2 + 0.5 * nearness, stage.texture(Pattern.CLOUDS, 6, 25).stretched(2.5).rough(0.7));
			stage.add(new Ridge(level, dice.between(0.05, 0.5) * (1.2 - nearness), profile, cover, haze, dice.between(0.2, 1.5)));
		}
	}

	private void lake(double level) {
		Colour deep = haze.mix(Colour.of(0x24405a), dice.between(0.3, 0.8));
		Texture waves = stage.texture(Pattern.CLOUDS, 20, 60).stretched(8).rough(0.7);
		stage.add(new Backdrop(stage.y(level), new Material(deep.lit(0.8), haze, waves), deep.lit(0.6), 0.8, 0, 0));
	}

	private void trees(double horizon) {
		Colour leaf = dice.oneOf(Colour.of(0x33502a), Colour.of(0x567036), Colour.of(0x22382c), Colour.of(0x8a6a2c), Colour.of(0x9a4a22));
		for (int i = dice.between(0, 7); i > 0; i--) {
			double height = dice.between(0.06, 0.4);
			double x = stage.x(dice.between(-0.05, 1.05));
			double foot = stage.y(horizon + 0.05 + height * dice.between(0.3, 0.8));
			Material bark = Material.of(Colour.of(0x4a3a2c), 0.6, stage.texture(Pattern.CLOUDS, 30, 60).stretched(0.3));
			stage.shadow(x + 0.05 * height, foot, height * 0.5, height * 0.08, 0.5);
			stage.add(stage.box(x, foot - height * 0.4, height * dice.between(0.03, 0.06), height * 0.42, 0, 0.4, bark, 0.8));
			for (int blob = dice.between(2, 5); blob > 0; blob--) {
				Material leaves = Material.of(leaf.lit(dice.between(0.6, 1.3)), 0.7, stage.texture(Pattern.CLOUDS, 20, 50).rough(0.8));
				double size = height * dice.between(0.18, 0.38);
				stage.add(stage.ellipse(x + height * dice.between(-0.25, 0.25), foot - height * dice.between(0.55, 1.0), size,
						size * dice.between(0.7, 1.2), 0, 0.45, leaves, 0.8));
			}
		}
	}

	private void house(double place, double level, double size) {
		double x = stage.x(place);
		double y = stage.y(level);
		Material walls = Material.of(Colour.any(dice), 0.35, Texture.of(Pattern.WINDOWS, dice, dice.between(1.5, 3.0) / size));
		Material roof = Material.of(dice.oneOf(Colour.of(0x7a3b2a), Colour.of(0x454548), Colour.of(0x8a6a4a)), 0.5,
				Texture.of(Pattern.TILES, dice, 12 / size));
		stage.shadow(x, y + size * 0.7, size * 1.3, size * 0.15, 0.5);
		stage.add(stage.box(x, y, size, size * 0.7, walls));
		stage.add(stage.box(x, y - size * 0.95, size * 1.15, size * 0.3, 0, dice.between(0.3, 0.95), roof, 0.2));
	}

	private void stones(double horizon) {
		for (int i = dice.between(0, 8); i > 0; i--) {
			double size = dice.between(0.01, 0.08);
			double x = stage.x(dice.unit());
			double y = stage.y(dice.between(horizon + 0.2, 1.0));
			stage.shadow(x, y + size * 0.6, size * 1.3, size * 0.4, 0.5);
			stage.add(stage.ellipse(x, y, size * dice.between(0.8, 1.6), size * 0.8, dice.between(-0.3, 0.3), 0.25, stage
					.cloudy(dice.oneOf(GROUND).lit(dice.between(0.6, 1.2)), 0.6), 0.9));
		}
	}

	private void road(double horizon) {
		Material asphalt = Material.of(Colour.of(0x5a5a5c).lit(dice.between(0.6, 1.5)), 0.35,
				stage.texture(Pattern.CLOUDS, 8, 20).rough(0.8));
		double level = stage.y(horizon);
		stage.add(new Backdrop(level, asphalt, Colour.of(0x2c2c30), dice.between(0.1, 0.6), dice.between(-0.4, 0.4), 0.8));
		Material paint = Material.even(Colour.of(0xd8d4c8));
		double middle = stage.x(dice.between(0.35, 0.65));
		double depth = stage.y(1) - level;
		for (int i = 0; i < 5; i++) {
			double near = (i + 0.5) / 5;
			stage.add(stage
					.box(middle, level + depth * near * near, 0.004 + 0.02 * near * near, depth * 0.05 * (0.3 + near), 0, 0.3, paint, 0)
					.thin(0.8));
		}
	}

	private void fronts(double horizon) {
		for (int side = 0; side < 2; side++) {
			double outer = dice.between(0.28, 0.5);
			for (int i = 0; i < 4; i++) {
				double part = outer * i / 4;
				double width = dice.between(0.07, 0.16);
				double height = dice.between(0.2, 0.75) * (1.2 - part);
				double x = stage.x(side == 0 ? outer - part - width : 1 - outer + part + width);
				double foot = stage.y(horizon + 0.22 * (part + 0.1));
				Texture panes = stage.texture(Pattern.WINDOWS, 9, 26).stretched(dice.between(0.6, 1.4));
				Material wall = Material.of(Colour.any(dice).mix(haze, 0.35 - 0.08 * i), dice.between(0.4, 0.8), panes);
				stage.add(stage.box(x, foot - height / 2, width, height / 2, 0, 0, wall, dice.between(-0.3, 0.3)));
			}
		}
	}

	private void cars(double horizon) {
		for (int i = dice.between(0, 4); i > 0; i--) {
			double near = dice.between(0.15, 0.75);
			double size = 0.04 + 0.16 * near;
			double x = stage.x(dice.unit());
			double y = stage.y(horizon) + (stage.y(1) - stage.y(horizon)) * near;
			Material paint = stage.cloudy(Colour.any(dice), 0.3);
			Material rubber = Material.even(Colour.of(0x141416));
			stage.shadow(x, y + size * 0.35, size * 1.2, size * 0.15, 0.7);
			stage.add(stage.box(x, y - size * 0.3, size * 0.6, size * 0.25, 0, 0.35, Material.even(Colour.of(0x26303a)), 0.5));
			stage.add(stage.box(x, y, size, size * 0.28, 0, 0.1, paint, 0.7));
			stage.add(stage.ellipse(x - size * 0.6, y + size * 0.25, size * 0.2, size * 0.2, rubber, 0.5));
			stage.add(stage.ellipse(x + size * 0.6, y + size * 0.25, size * 0.2, size * 0.2, rubber, 0.5));
		}
	}

	private void passers(double horizon, int count) {
		for (int i = 0; i < count; i++) {
			double size = dice.between(0.015, 0.07);
			double foot = Math.min(stage.y(horizon) + size * dice.between(3.0, 6.0), stage.y(1.1));
			double x = stage.x(dice.between(0.05, 0.95));
			stage.shadow(x, foot, size * 2, size * 0.5, 0.5);
			stage.add(stage.box(x, foot - size * 1.5, size * 0.8, size * 1.6, 0, -0.2, stage.cloudy(Colour.any(dice).lit(0.6), 0.3), 0.7));
			new Figure(stage, x, foot - size * 6, size).paint();
		}
	}
}
