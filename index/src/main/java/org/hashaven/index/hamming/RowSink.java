package org.hashaven.index.hamming;

/** Takes what a search of one segment finds. */
@FunctionalInterface
interface RowSink {

	/** Notes a row within the radius. */
	void add(int row, int distanceBits);
}
