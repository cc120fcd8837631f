package org.hashaven.index.hamming;

/** What the searches of one lookup had to do, counted up as they do it; for one thread. */
public final class SearchCounters {

	private int segments;
	private long scanned;
	private long probes;
	private long candidates;
	private long verified;

	/** Counts from zero. */
	public SearchCounters() {
		// all zero
	}

	void addSegment() {
		segments++;
	}

	void addScanned(int rows) {
		scanned += rows;
	}

	void addProbes(int buckets) {
		probes += buckets;
	}

	void addCandidates(int postings) {
		candidates += postings;
	}

	void addVerified(int rows) {
		verified += rows;
	}

	/** The sums so far. */
	public SearchStats toStats() {
		return new SearchStats(segments, scanned, probes, candidates, verified);
	}
}
