package org.hashaven.view.fill;

import org.hashaven.pdq.PdqHasher;

/** Hidden samples filled from those around them, as a soap film lies in a frame. */
public final class MembraneInpainter {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	private static final int SWEEPS = 60;

	private MembraneInpainter() {
	}

	/** Fills, row after row of samples; where all are hidden it leaves them as they are. */
	public static void fill(float[] samples, boolean[] hidden) {
		float sum = 0;
		int count = 0;
		int[] places = new int[samples.length];
		for (int i = 0; i < samples.length; i++) {
			sum += hidden[i] ? 0 : samples[i];
			count += hidden[i] ? 0 : 1;
			places[i - count + (hidden[i] ? 0 : 1)] = i;
		}
		int number = samples.length - count;
		if (count == 0) {
			return;
		}
		for (int i = 0; i < number; i++) {
			samples[places[i]] = sum / count;
		}
		for (int sweep = 0; sweep < SWEEPS && number > 0; sweep++) {
			for (int i = 0; i < number; i++) {
				samples[places[i]] = around(samples, places[i]);
			}
		}
	}

	/** The mean of the four neighbours; at an edge the sample itself stands for the one that is not there. */
	private static float around(float[] samples, int i) {
		int column = i % SIDE;
		float before = column == 0 ? samples[i] : samples[i - 1];
		float behind = column == SIDE - 1 ? samples[i] : samples[i + 1];
		float above = i < SIDE ? samples[i] : samples[i - SIDE];
		float below = i >= samples.length - SIDE ? samples[i] : samples[i + SIDE];
		return 0.25f * (before + behind + above + below);
	}
}
