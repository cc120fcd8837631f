package org.hashaven.index.regioncode;

/**
 * The work that one lookup may still do, counted in buckets opened or candidates compared; for one thread.
 *
 * <p>
 * A lookup whose budget is spent stops and is answered as not complete, never as no match.
 */
public final class WorkBudget {

	private long left;
	private boolean exhausted;

	/**
	 * @param units
	 *            what may be spent, 1 or more
	 */
	public WorkBudget(long units) {
		if (units < 1) {
			throw new IllegalArgumentException("a budget is at least 1, not " + units);
		}
		left = units;
	}

	/**
	 * Charges some work.
	 *
	 * @return whether the budget allows it; once it does not, it allows nothing more
	 */
	public boolean spend(long units) {
		if (exhausted || units > left) {
			exhausted = true;
			return false;
		}
		left -= units;
		return true;
	}

	/** Whether work was refused. */
	public boolean isExhausted() {
		return exhausted;
	}
}
