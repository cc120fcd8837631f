package org.hashaven.worker;

/**
 * The resources that a worker may use for one file.
 *
 * @param cpuSeconds
 *            CPU seconds of all threads together, 1..100,000
 * @param cpuSecondsPerMb
 *            additional CPU seconds for each megabyte of a video, 0..100,000
 * @param memoryMb
 *            memory in MB that a worker may use in addition to what it starts with, {@value #MIN_MEMORY_MB}..1,000,000; half of it is for
 *            the Java heap. A picture of the maximum size needs the default
 */
public record Budget(int cpuSeconds, int cpuSecondsPerMb, int memoryMb) {

	/** A worker cannot start with less. */
	public static final int MIN_MEMORY_MB = 512;

	/** Largest memory budget, in MB. */
	public static final int MAX_MEMORY_MB = 1_000_000;

	/** Largest CPU budget, in seconds. */
	public static final int MAX_CPU_SECONDS = 100_000;

	/** 60 s, 10 s for each megabyte of video, 4 GB. */
	public static final Budget DEFAULT = new Budget(60, 10, 4_096);

	/** Limit of wall-clock time as a multiple of CPU time: a worker that sleeps uses no CPU. */
	private static final int WALL_CLOCK_FACTOR = 10;

	private static final int MB = 1_000_000;

	/**
	 * @throws IllegalArgumentException
	 *             when a value is outside its range
	 */
	public Budget {
		requireRange("cpuSeconds", cpuSeconds, 1, MAX_CPU_SECONDS);
		requireRange("cpuSecondsPerMb", cpuSecondsPerMb, 0, MAX_CPU_SECONDS);
		requireRange("memoryMb", memoryMb, MIN_MEMORY_MB, MAX_MEMORY_MB);
	}

	/** CPU time for a file, in nanoseconds. */
	long cpuNanos(boolean video, long sizeBytes) {
		long seconds = cpuSeconds + (video ? Math.ceilDiv(sizeBytes, MB) * cpuSecondsPerMb : 0);
		return Math.multiplyExact(Math.min(seconds, Integer.MAX_VALUE), 1_000_000_000L);
	}

	/** Wall-clock time for a file, in nanoseconds. */
	long nanos(boolean video, long sizeBytes) {
		return cpuNanos(video, sizeBytes) > Long.MAX_VALUE / WALL_CLOCK_FACTOR
				? Long.MAX_VALUE
				: WALL_CLOCK_FACTOR * cpuNanos(video, sizeBytes);
	}

	private static void requireRange(String name, int value, int min, int max) {
		if (value < min || value > max) {
			throw new IllegalArgumentException("%s is %d, not in %d..%d".formatted(name, value, min, max));
		}
	}
}
