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

	/** One more segment was looked into. */
	public void addSegment() {
		segments++;
	}

	/** Rows were compared one after the other. */
	public void addScanned(int rows) {
		scanned += rows;
	}

	/** Buckets of tables were opened. */
	public void addProbes(int buckets) {
		probes += buckets;
	}

	/** Sketches were compared. */
	public void addCandidates(int postings) {
		candidates += postings;
	}

	/** Rows were compared whole. */
	public void addVerified(int rows) {
		verified += rows;
	}

	/** The sums so far. */
	public SearchStats toStats() {
		return new SearchStats(segments, scanned, probes, candidates, verified);
	}
}
