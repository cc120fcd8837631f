package org.hashaven.pdq;

import java.util.Arrays;

/** Scratch memory for hashing, about 440 kB: one for each thread, reused from picture to picture. */
public final class PdqWorkspace {

	/** The picked pixels of one strip of columns. */
	final int[] pixels = new int[ScratchLayout.STRIP * ScratchLayout.STRIDE];
	/** A strip of columns before and after the filter down columns. */
	final float[] strip = new float[ScratchLayout.STRIP * ScratchLayout.STRIDE];
	final float[] filteredStrip = new float[ScratchLayout.STRIP * ScratchLayout.STRIDE];
	final RowBoxFilter firstAlongRows = new RowBoxFilter();
	final RowBoxFilter secondAlongRows = new RowBoxFilter();
	/** The 64 sampled columns before and after the last pass. */
	final float[] sampledColumns = new float[Downsampler.SIDE * ScratchLayout.STRIDE];
	final float[] filteredColumns = new float[Downsampler.SIDE * ScratchLayout.STRIDE];
	/** The 64 × 64 samples, row after row. */
	final float[] samples = new float[PdqHasher.SAMPLES];
	/** The same for the DCT, each row an array of its own. */
	final float[][] rows = new float[Downsampler.SIDE][Downsampler.SIDE];
	/** DCT: 16 × 64 after the first product, 16 × 16 after the second, and 16 × 16 with signs or axes swapped. */
	final float[][] halfTransformed = new float[Dct64To16.KEPT][Downsampler.SIDE];
	final float[] coefficients = new float[Dct64To16.KEPT * Dct64To16.KEPT];
	final float[] turned = new float[Dct64To16.KEPT * Dct64To16.KEPT];
	final float[] sorted = new float[Dct64To16.KEPT * Dct64To16.KEPT];

	/** A workspace for one thread. */
	public PdqWorkspace() {
	}

	/** Wipes every trace of the last picture. */
	public void clear() {
		Arrays.fill(pixels, 0);
		firstAlongRows.clear();
		secondAlongRows.clear();
		for (float[][] rows : new float[][][]{rows, halfTransformed}) {
			for (float[] row : rows) {
				Arrays.fill(row, 0);
			}
		}
		for (float[] array : new float[][]{strip, filteredStrip, sampledColumns, filteredColumns, samples, coefficients, turned, sorted}) {
			Arrays.fill(array, 0);
		}
	}
}
