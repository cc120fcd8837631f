package org.hashaven.index.hamming;

/**
 * What a lookup had to do, for tuning and for explaining why one is slow.
 *
 * @param segments
 *            segments looked into
 * @param scanned
 *            rows compared one after the other, in small segments or where tables would not have helped
 * @param probes
 *            buckets of tables opened
 * @param candidates
 *            sketches compared in those buckets
 * @param verified
 *            rows whose sketch let them through and that were compared whole
 */
public record SearchStats(int segments, long scanned, long probes, long candidates, long verified) {

	/** Nothing done. */
	public static final SearchStats NONE = new SearchStats(0, 0, 0, 0, 0);

	/** The same as one number, in buckets opened or rows compared; rows of a scan cost an eighth. */
	public long work() {
		return scanned / 8 + probes + candidates + verified;
	}

	/** What both had to do. */
	public SearchStats plus(SearchStats other) {
		return new SearchStats(segments + other.segments, scanned + other.scanned, probes + other.probes, candidates + other.candidates,
				verified + other.verified);
	}
}
