package org.hashaven.samples.pictures;

import org.hashaven.samples.pictures.Texture.Pattern;

/** A person: hair, a face with eyes, nose and mouth, neck and shoulders; of blobs, but with a face's lights and darks. */
final class Figure {

	private final Stage stage;
	private final Dice dice;
	private final double x;
	private final double y;
	private final double size;
	private final Material skin;
	private final Colour skinColour;
	private final Material hair;

	/**
	 * @param x
	 *            middle of the face
	 * @param y
	 *            middle of the face
	 * @param size
	 *            half the height of the face
	 */
	Figure(Stage stage, double x, double y, double size) {
		this.stage = stage;
		this.dice = stage.dice();
		this.x = x;
		this.y = y;
		this.size = size;
		skinColour = Colour.of(0xf1c9a5).mix(Colour.of(0x4a2c1d), dice.unit() * dice.unit() * 1.0).lit(dice.between(0.85, 1.05));
		skin = new Material(skinColour.lit(0.85), skinColour, stage.texture(Pattern.CLOUDS, 4, 8));
		Colour hairColour = dice.oneOf(Colour.of(0x15110f), Colour.of(0x2e1f17), Colour.of(0x5b3a21), Colour.of(0xa9824c),
				Colour.of(0x8a8783),
				Colour.of(0x6e2f1a));
		hair = Material.of(hairColour, 0.5, Texture.of(Pattern.CLOUDS, dice, 4 / size).stretched(0.3));
	}

	/** Adds head and shoulders. */
	void paint() {
		double lean = dice.between(-0.12, 0.12);
		backHair();
		shoulders();
		head(lean);
		face(lean);
	}

	private void backHair() {
		double length = dice.between(0.9, 2.0);
		stage.add(stage.ellipse(x, y + size * (length - 1.1), size * dice.between(0.85, 1.05), size * length, 0, 0.08, hair, 0.7));
	}

	private void shoulders() {
		Colour cloth = Colour.any(dice);
		Material fabric = dice.chance(0.4) ? Material.of(cloth, 0.5, stage.texture(Pattern.BANDS, 10, 30)) : stage.cloudy(cloth, 0.4);
		double width = size * dice.between(1.5, 2.1);
		double top = y + size * 1.35;
		stage.add(stage.box(x, y + size * 1.1, size * 0.34, size * 0.6, 0, 0, skin, 0.8));
		stage.add(stage.ellipse(x, top + size * 0.75, width, size * 0.75, fabric, 0.7));
		stage.add(stage.box(x, top + size * 3.4, width, size * 2.7, 0, dice.between(-0.1, 0.25), fabric, 0.6));
		if (dice.chance(0.5)) {
			stage.add(stage.ellipse(x, top + size * 0.05, size * 0.5, size * dice.between(0.3, 0.7), skin, 0.3));
		}
		stage.shadow(x, y + size * 1.05, size * 0.5, size * 0.3, 0.4);
	}

	private void head(double lean) {
		stage.add(stage.ellipse(x, y, size * dice.between(0.68, 0.8), size, lean, 0, skin, 0.85));
		double fringe = dice.between(0.62, 0.85);
		double side = dice.between(-0.25, 0.25);
		stage.add(stage.ellipse(x + size * side, y - size * fringe, size * 0.72, size * 0.42, lean + side, 0.1, hair, 0.7));
	}

	private void face(double lean) {
		Colour dark = Colour.of(0x1a1210);
		double turn = dice.between(-0.18, 0.18) * size;
		double cos = StrictMath.cos(lean);
		double sin = StrictMath.sin(lean);
		boolean glasses = dice.chance(0.2);
		for (int side = -1; side <= 1; side += 2) {
			double across = turn + side * size * 0.3;
			double eyeX = x + across * cos + size * 0.08 * sin;
			double eyeY = y + across * sin - size * 0.08 * cos;
			stage.shadow(eyeX, eyeY, size * 0.2, size * 0.13, 0.35);
			stage.add(stage.ellipse(eyeX, eyeY, size * 0.13, size * 0.065, lean, 0, Material.even(Colour.of(0xe8e2da)), 0));
			stage.add(stage.ellipse(eyeX, eyeY, size * 0.065, size * 0.065, Material.even(dark), 0));
			stage.add(stage.box(eyeX, eyeY - size * 0.17, size * 0.16, size * 0.025, lean + side * 0.12, 0, hair, 0));
			if (glasses) {
				stage.add(stage.ellipse(eyeX, eyeY, size * 0.24, size * 0.2, Material.even(dark), 0).thin(0.55));
			}
		}
		double noseX = x + turn * 1.2;
		stage.add(stage.ellipse(noseX, y + size * 0.18, size * 0.09, size * 0.2, lean, 0, Material.even(skinColour.lit(1.08)), 0.6)
				.blurred(size * 0.08));
		stage.shadow(noseX, y + size * 0.38, size * 0.12, size * 0.05, 0.4);
		Colour lips = skinColour.mix(Colour.of(0xa03040), dice.between(0.3, 0.7)).lit(0.85);
		double smile = dice.between(0.04, 0.1);
		stage.add(stage.ellipse(x + turn, y + size * 0.58, size * dice.between(0.2, 0.3), size * smile, lean, 0, Material.even(lips), 0.2));
		stage.add(stage.box(x + turn, y + size * 0.57, size * 0.2, size * 0.012, lean, 0, Material.even(lips.lit(0.5)), 0));
		stage.glow(x + turn - size * 0.35 * Math.signum(stage.light().right()) * -1, y + size * 0.2, size * 0.2, skinColour.lit(1.15), 0.5);
	}
}
