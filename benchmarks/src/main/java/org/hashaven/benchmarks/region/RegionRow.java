package org.hashaven.benchmarks.region;

/** What came of the uploads that the same was done to; filled by several threads. */
final class RegionRow {

	private final String name;
	private int uploads;
	private int found;
	private int upright;
	private int agreed;
	private int twoOfOthers;
	private int matchesOfOthers;
	private long hashes;
	private int mostHashes;
	private long nanos;

	RegionRow(String name) {
		this.name = name;
	}

	/** Takes how many regions of an upload's own photograph agreed in a match, 0 without one, and whether upright. */
	synchronized void take(int agreeing, boolean foundUpright, int uploadHashes, long tookNanos) {
		uploads++;
		found += agreeing > 0 ? 1 : 0;
		upright += foundUpright ? 1 : 0;
		agreed += agreeing;
		hashes += uploadHashes;
		mostHashes = Math.max(mostHashes, uploadHashes);
		nanos += tookNanos;
	}

	/** Takes what another photograph had. */
	synchronized void takeOther(int agreeing, boolean match) {
		twoOfOthers += agreeing >= 2 ? 1 : 0;
		matchesOfOthers += match ? 1 : 0;
	}

	synchronized void add(RegionRow row) {
		uploads += row.uploads;
		found += row.found;
		upright += row.upright;
		agreed += row.agreed;
		twoOfOthers += row.twoOfOthers;
		matchesOfOthers += row.matchesOfOthers;
		hashes += row.hashes;
		mostHashes = Math.max(mostHashes, row.mostHashes);
		nanos += row.nanos;
	}

	synchronized int matchesOfOthers() {
		return matchesOfOthers;
	}

	@Override
	public synchronized String toString() {
		double each = Math.max(1, uploads);
		return "%-24s %5d/%-5d %5.1f %% %9d %8.1f %8d %8d %8.0f %6d %8.1f".formatted(name, found, uploads, 100 * found / each, upright,
				agreed / each, twoOfOthers, matchesOfOthers, hashes / each, mostHashes, nanos / each / 1e6);
	}
}
