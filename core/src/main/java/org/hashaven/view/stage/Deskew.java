package org.hashaven.view.stage;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.view.raster.Quad;

/** Small turns undone. */
public final class Deskew {

	/** Degrees to either side. */
	static final double[] DEGREES = {1.1, 2.3, 3.5, 4.7, 5.8};

	private Deskew() {
	}

	public static List<ViewStage> steps(ViewMaker maker) {
		List<ViewStage> steps = new ArrayList<>();
		double width = maker.pyramid().width();
		double height = maker.pyramid().height();
		for (double degrees : DEGREES) {
			for (int sign = -1; sign <= 1; sign += 2) {
				double by = sign * degrees;
				double cosine = Math.cos(Math.toRadians(degrees));
				double sine = Math.sin(Math.toRadians(degrees));
				double square = cosine * cosine - sine * sine;
				double inside = cosine + Math.max(width, height) / Math.min(width, height) * sine;
				// The canvas kept, made larger, cut to what the turned picture covers.
				steps.add((made, then) -> made.add(turned(maker, width, height, by)));
				steps.add((made, then) -> made
						.add(turned(maker, (width * cosine - height * sine) / square, (height * cosine - width * sine) / square, by)));
				steps.add((made, then) -> made.add(turned(maker, width * inside, height * inside, by)));
			}
		}
		return steps;
	}

	private static Hashed turned(ViewMaker maker, double width, double height, double degrees) {
		double across = Math.max(width, maker.pyramid().width() / 2);
		double down = Math.max(height, maker.pyramid().height() / 2);
		Quad quad = Quad.turned(maker.pyramid().width() / 2, maker.pyramid().height() / 2, across, down, degrees);
		return maker.quad(Part.WHOLE, quad, across, down, degrees, false);
	}
}
