package org.hashaven.index.regioncode;

/**
 * The work that one lookup may cost, whatever is listed: a search stops when its budget is spent, and the budget tells so.
 *
 * <p>
 * A unit is a bucket opened, a candidate compared, or {@value #CODES_PER_UNIT} codes scanned: about ten nanoseconds each. A hit costs
 * {@value #UNITS_PER_HIT}: it is kept and sorted, and what is kept is bounded by the budget as well. Not thread-safe; one lookup in all
 * segments shares one budget.
 */
public final class WorkBudget {

	/** Codes that are scanned for one unit: they lie side by side. */
	static final int CODES_PER_UNIT = 16;

	/** Units for a hit that is reported. */
	static final int UNITS_PER_HIT = 16;

	private final long units;
	private long remaining;
	private boolean exhausted;

	/**
	 * @param units
	 *            0 or more
	 */
	public WorkBudget(long units) {
		if (units < 0) {
			throw new IllegalArgumentException("a budget is not negative");
		}
		this.units = units;
		this.remaining = units;
	}

	/**
	 * Takes units for work that is about to be done, or as many as are left.
	 *
	 * @return how many may be spent; less than wanted when the budget is exhausted
	 */
	public int take(int wanted) {
		int granted = (int) Math.min(wanted, remaining);
		remaining -= granted;
		exhausted |= granted < wanted;
		return granted;
	}

	/** Whether work was left undone for want of budget. */
	public boolean isExhausted() {
		return exhausted;
	}

	/** Units spent so far. */
	public long spent() {
		return units - remaining;
	}
}
