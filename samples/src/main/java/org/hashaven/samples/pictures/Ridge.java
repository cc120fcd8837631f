package org.hashaven.samples.pictures;

/**
 * A line of hills, roofs or tree tops from one side of the picture to the other, filled downwards.
 *
 * @param level
 *            its mean height, in units from the top
 * @param rise
 *            how far it goes up and down
 * @param profile
 *            the ups and downs; a texture read along one line
 * @param material
 *            what it is made of
 * @param haze
 *            colour of the air before it
 * @param depth
 *            units over which haze grows from the crest down to its full
 */
record Ridge(double level, double rise, Texture profile, Material material, Colour haze, double depth) implements Layer {

	/** Half the stretch over which a slope is taken, in units. */
	private static final double SLOPE = 0.03;

	@Override
	public void paint(Canvas canvas) {
		Frame frame = canvas.frame();
		Material air = Material.even(haze);
		for (int column = 0; column < canvas.columns(); column++) {
			double x = canvas.x(column);
			double crest = level + rise * (profile.at(x, 0, frame.pixelWidth()) - 0.5);
			double lean = (profile.at(x + SLOPE, 0, SLOPE) - profile.at(x - SLOPE, 0, SLOPE)) / (2 * SLOPE);
			for (int row = canvas.rowFrom(crest - frame.pixelHeight()); row < canvas.bottom(); row++) {
				int index = canvas.index(column, row);
				if (canvas.hidden(index)) {
					continue;
				}
				double y = canvas.y(row);
				double below = y - crest;
				double cover = Math.clamp(below / frame.pixelHeight() + 0.5, 0, 1);
				double flank = Math.clamp(1 - below / (2 * rise), 0, 1);
				air.lay(canvas, index, x, y, cover * Math.clamp(below / depth, 0, 0.7), 1);
				material.lay(canvas, index, x, y, cover, Math.clamp(1 - 0.3 * flank * lean * rise, 0.5, 1.5));
			}
		}
	}
}
