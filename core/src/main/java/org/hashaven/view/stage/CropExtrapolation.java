package org.hashaven.view.stage;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.view.raster.Window;

/** What a crop may have cut off, filled in with the pixels at the edges. */
public final class CropExtrapolation {

	/** What was cut off, in percent of the original's width and height: left, top, right, bottom. */
	static final double[][] GUESSES = guesses();

	private CropExtrapolation() {
	}

	public static List<ViewStage> steps(ViewMaker maker) {
		List<ViewStage> steps = new ArrayList<>();
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
		for (double each : new double[]{2, 3.5, 5, 9.5}) {
			list.add(new double[]{each, each, each, each});
		}
		for (double one : new double[]{9.5, 4, 13}) {
			turned(list, one, 0, 0, 0);
		}
		for (double two : new double[]{9.5, 4}) {
			list.add(new double[]{0, two, 0, two});
			list.add(new double[]{two, 0, two, 0});
			turned(list, two, two, 0, 0);
		}
		turned(list, 2, 2, 0, 0);
		turned(list, 4, 4, 4, 1);
		return list.toArray(new double[0][]);
	}

	/** The same at each side in turn. */
	private static void turned(List<double[]> list, double... lost) {
		for (int side = 0; side < lost.length; side++) {
			double[] turned = new double[lost.length];
			for (int i = 0; i < lost.length; i++) {
				turned[(side + i) % lost.length] = lost[i];
			}
			list.add(turned);
		}
	}
}
