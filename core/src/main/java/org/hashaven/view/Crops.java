package org.hashaven.view;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.PhotoProbe.Part;

/** What a crop may have cut off, filled in with the pixels at the edges. */
final class Crops {

	/** What was cut off, in percent of the original's width and height: left, top, right, bottom. */
	static final double[][] GUESSES = guesses();

	private Crops() {
	}

	static List<Step> steps(ViewMaker maker) {
		List<Step> steps = new ArrayList<>();
		Window whole = maker.pyramid().whole();
		for (double[] lost : GUESSES) {
			steps.add((made, then) -> made.add(maker.extended(Part.EXTENDED, before(whole, lost), whole)));
		}
		for (double[] lost : List.of(GUESSES[0], GUESSES[1])) {
			steps.add((made, then) -> made.add(maker.extendedMirrored(Part.EXTENDED, before(whole, lost), whole)));
		}
		return steps;
	}

	/** The window of the original, of which so much was lost. */
	static Window before(Window shown, double[] lost) {
		double across = 100 - lost[0] - lost[2];
		double down = 100 - lost[1] - lost[3];
		return shown.grown(lost[0] / across, lost[1] / down, lost[2] / across, lost[3] / down);
	}

	private static double[][] guesses() {
		List<double[]> list = new ArrayList<>();
		for (double each : new double[]{2.2, 4.2, 6.5}) {
			list.add(new double[]{each, each, each, each});
		}
		for (double one : new double[]{4, 8.5, 13}) {
			for (int side = 0; side < 4; side++) {
				double[] lost = new double[4];
				lost[side] = one;
				list.add(lost);
			}
		}
		for (double two : new double[]{4, 8}) {
			for (int side = 0; side < 4; side++) {
				double[] lost = new double[4];
				lost[side] = two;
				lost[(side + 1) % 4] = two;
				list.add(lost);
			}
			list.add(new double[]{two, 0, two, 0});
			list.add(new double[]{0, two, 0, two});
		}
		return list.toArray(new double[0][]);
	}
}
