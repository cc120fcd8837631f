package org.hashaven.index;

import java.util.List;

/**
 * What a check of every file and every record found.
 *
 * @param segments
 *            segments read
 * @param records
 *            records read
 * @param faults
 *            what is wrong; empty when all is well
 */
public record VerifyReport(int segments, long records, List<VerifyFault> faults) {

	/** Takes a copy of the list. */
	public VerifyReport {
		faults = List.copyOf(faults);
	}

	/** Whether nothing is wrong. */
	public boolean clean() {
		return faults.isEmpty();
	}
}
