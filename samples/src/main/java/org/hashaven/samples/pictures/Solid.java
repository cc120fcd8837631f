package org.hashaven.samples.pictures;

/**
 * A thing: an outline filled with a material under a light.
 *
 * @param outline
 *            its border
 * @param material
 *            what it is made of
 * @param light
 *            what shines on it
 * @param roundness
 *            0 flat as a poster, 1 round as a ball
 * @param softness
 *            width of its border in units, beyond one pixel: what is out of focus has much
 * @param opacity
 *            1 hides what is behind, less lets it through
 */
record Solid(Outline outline, Material material, Light light, double roundness, double softness, double opacity) implements Layer {

	Solid blurred(double newSoftness) {
		return new Solid(outline, material, light, roundness, newSoftness, opacity);
	}

	Solid thin(double newOpacity) {
		return new Solid(outline, material, light, roundness, softness, newOpacity);
	}

	@Override
	public void paint(Canvas canvas) {
		double pixel = canvas.frame().pixel();
		double border = pixel + softness;
		double reachX = outline.reachX() + border;
		double reachY = outline.reachY() + border;
		int left = canvas.columnFrom(outline.centreX() - reachX);
		int right = canvas.columnFrom(outline.centreX() + reachX);
		int bottom = canvas.rowFrom(outline.centreY() + reachY);
		for (int row = canvas.rowFrom(outline.centreY() - reachY); row < bottom; row++) {
			double y = canvas.y(row);
			for (int column = left; column < right; column++) {
				int index = canvas.index(column, row);
				double x = canvas.x(column);
				double cover = canvas.hidden(index) ? 0 : 0.5 - outline.distance(x, y) / border;
				if (cover > 0) {
					double part = cover < 1 ? cover * cover * (3 - 2 * cover) : 1;
					double shine = light.on(roundness * outline.across(x, y), roundness * outline.down(x, y));
					material.lay(canvas, index, x, y, part * opacity, shine);
				}
			}
		}
	}
}
