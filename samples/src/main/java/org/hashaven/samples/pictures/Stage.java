package org.hashaven.samples.pictures;

import java.util.ArrayList;
import java.util.List;

/** A scene being built, from back to front: what the scenes share in setting things up. */
final class Stage {

	private final Dice dice;
	private final Frame frame;
	private final Light light;
	private final List<Layer> layers = new ArrayList<>();

	Stage(Dice dice, Frame frame) {
		this.dice = dice;
		this.frame = frame;
		this.light = Light.any(dice);
	}

	Dice dice() {
		return dice;
	}

	Light light() {
		return light;
	}

	List<Layer> layers() {
		return layers;
	}

	/** A place this part of the way from left to right. */
	double x(double part) {
		return part * frame.width();
	}

	/** A place this part of the way from top to bottom. */
	double y(double part) {
		return part * frame.height();
	}

	void add(Layer layer) {
		layers.add(layer);
	}

	/** A texture of this pattern, coarse or fine. */
	Texture texture(Texture.Pattern pattern, double lowFrequency, double highFrequency) {
		return Texture.of(pattern, dice, dice.between(lowFrequency, highFrequency));
	}

	/** A soft cloudy material in the shades of a colour. */
	Material cloudy(Colour colour, double contrast) {
		return Material.of(colour, contrast, texture(Texture.Pattern.CLOUDS, 3, 12));
	}

	/** Any material that things are made of, in the shades of a colour. */
	Material any(Colour colour) {
		double contrast = dice.between(0.15, 0.6);
		return switch (dice.between(0, 4)) {
			case 0 -> Material.of(colour, contrast, texture(Texture.Pattern.CREASES, 3, 12));
			case 1 -> Material.of(colour, contrast, texture(Texture.Pattern.BANDS, 8, 30));
			case 2 -> Material.of(colour, contrast, texture(Texture.Pattern.TILES, 8, 24));
			default -> cloudy(colour, contrast);
		};
	}

	Solid ellipse(double x, double y, double radiusX, double radiusY, Material material, double roundness) {
		return ellipse(x, y, radiusX, radiusY, 0, 0, material, roundness);
	}

	Solid ellipse(double x, double y, double radiusX, double radiusY, double angle, double ragged, Material material, double roundness) {
		Outline outline = new Outline.Ellipse(x, y, radiusX, radiusY, StrictMath.cos(angle), StrictMath.sin(angle), ragged);
		return new Solid(outline, material, light, roundness, 0, 1);
	}

	Solid box(double x, double y, double halfWidth, double halfHeight, Material material) {
		return box(x, y, halfWidth, halfHeight, 0, 0, material, 0);
	}

	Solid box(double x, double y, double halfWidth, double halfHeight, double angle, double taper, Material material, double roundness) {
		Outline outline = new Outline.Box(x, y, halfWidth, halfHeight, StrictMath.cos(angle), StrictMath.sin(angle), taper);
		return new Solid(outline, material, light, roundness, 0, 1);
	}

	/** A soft shadow lying on what has been painted so far. */
	void shadow(double x, double y, double radiusX, double radiusY, double strength) {
		add(ellipse(x, y, radiusX, radiusY, Material.even(Colour.BLACK), 0).blurred(Math.min(radiusX, radiusY)).thin(strength));
	}

	/** A soft glow: a lamp, the sun, a reflection. */
	void glow(double x, double y, double radius, Colour colour, double strength) {
		add(ellipse(x, y, radius, radius, Material.even(colour), 0).blurred(radius * 1.4).thin(strength));
	}
}
