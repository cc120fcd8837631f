package org.hashaven.index.hamming.table;

/**
 * How much a search through tables may cost before a scan is the better choice.
 *
 * @param cost
 *            most nanoseconds, as {@link Plan} reckons beforehand
 * @param verified
 *            most rows compared whole, which only the search itself can tell
 */
public record CostBudget(double cost, long verified) {

	/** No bound. */
	public static final CostBudget ANY = new CostBudget(Double.MAX_VALUE, Long.MAX_VALUE);

	// Nanoseconds of comparing a row in a scan; and of all rows the part after whose verification a plan was evidently wrong.
	private static final double SCAN_COST = 2.5;
	private static final int MISLED_PART = 16;

	/** Cost of scanning the given number of rows. */
	public static CostBudget ofScan(int rows) {
		return new CostBudget(rows * SCAN_COST, rows / MISLED_PART);
	}
}
