package org.hashaven.video.luma;

/** A decoded frame as the luma of its pixels, read row after row. */
public interface LumaRows {

	/**
	 * Reads one row.
	 *
	 * @param y
	 *            from 0, never less than before in one frame
	 * @param luma
	 *            takes one value for each pixel, 0..255
	 */
	void read(int y, float[] luma);
}
