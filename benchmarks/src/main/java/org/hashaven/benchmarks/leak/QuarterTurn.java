package org.hashaven.benchmarks.leak;

import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.benchmarks.leak.CodeLayout.Wave;

/**
 * What the coefficients of a square become when it is rotated by quarter turns: the same ones in another order, some with their signs
 * changed.
 *
 * @param indices
 *            of the coefficient that each is taken from
 * @param signs
 *            that it is multiplied by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QuarterTurn(int[] indices, float[] signs) {

	/** Quarter turns that the listed direction leaves open. */
	static final int COUNT = 4;

	/** By 0, 90°, 180° and 270° clockwise. */
	static final List<QuarterTurn> LUMA = all(CodeLayout.LUMA_WAVES, CodeLayout.LUMA);
	static final List<QuarterTurn> EDGES = all(CodeLayout.EDGE_WAVES, CodeLayout.EDGES);

	private static List<QuarterTurn> all(List<Wave> waves, int count) {
		return IntStream.range(0, COUNT).mapToObj(turns -> of(turns, waves, count)).toList();
	}

	private static QuarterTurn of(int turns, List<Wave> waves, int count) {
		QuarterTurn turn = new QuarterTurn(new int[count], new float[count]);
		for (int k = 0; k < count; k++) {
			Wave wave = waves.get(k);
			int sign = 1;
			for (int i = 0; i < turns; i++) {
				sign = wave.down() % 2 == 0 ? sign : -sign;
				wave = wave.turned();
			}
			turn.indices[k] = waves.indexOf(wave);
			turn.signs[k] = sign;
		}
		return turn;
	}

	/** Takes the coefficients of the rotated square. */
	void apply(float[] values, float[] turned) {
		for (int k = 0; k < indices.length; k++) {
			turned[k] = signs[k] * values[indices[k]];
		}
	}

	/** Adds a gradient with respect to the coefficients of the rotated square to one with respect to those of the square. */
	void addGradient(float[] ofTurned, float factor, float[] ofValues) {
		for (int k = 0; k < indices.length; k++) {
			ofValues[indices[k]] += factor * signs[k] * ofTurned[k];
		}
	}
}
