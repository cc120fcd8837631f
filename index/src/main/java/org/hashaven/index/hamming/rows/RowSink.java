package org.hashaven.index.hamming.rows;

/** Takes what a search of one segment finds. */
@FunctionalInterface
public interface RowSink {

	/** Notes a row within the radius. */
	void add(int row, int distanceBits);
}
