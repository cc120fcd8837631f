package org.hashaven.samples.pictures;

/**
 * What fills the picture behind everything, from a level downwards: a sky, a wall, a floor.
 *
 * @param from
 *            the level it starts at, in units from the top; 0 for the whole picture
 * @param upper
 *            its material at its start
 * @param lower
 *            colour it goes over to at the picture's lower edge
 * @param fade
 *            how much of that colour it has taken on there
 * @param slant
 *            how much of the way it goes per unit to the right, rather than down
 * @param depth
 *            how much finer the texture grows towards the start, as on a floor seen from the side; 0 not at all
 */
record Backdrop(double from, Material upper, Colour lower, double fade, double slant, double depth) implements Layer {

	@Override
	public void paint(Canvas canvas) {
		Frame frame = canvas.frame();
		double span = Math.max(frame.height() - from, frame.pixelHeight());
		Material shade = Material.even(lower);
		for (int row = canvas.rowFrom(from - frame.pixelHeight()); row < canvas.bottom(); row++) {
			double y = canvas.y(row);
			double cover = from == 0 ? 1 : Math.clamp((y - from) / frame.pixelHeight() + 0.5, 0, 1);
			double way = Math.clamp((y - from) / span, 0, 1);
			double near = depth == 0 ? 1 : 1 / (depth * way + 1 - depth * 0.9);
			for (int column = 0; column < canvas.columns(); column++) {
				double x = canvas.x(column);
				int index = canvas.index(column, row);
				if (canvas.hidden(index)) {
					continue;
				}
				double middle = frame.width() / 2;
				shade.lay(canvas, index, x, y, cover * fade * Math.clamp(way + slant * (x - middle), 0, 1), 1);
				upper.lay(canvas, index, depth == 0 ? x : 9 + (x - middle) * near, depth == 0 ? y : near * 2 * depth, cover, 1);
			}
		}
	}
}
