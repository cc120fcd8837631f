package org.hashaven.benchmarks.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.HashRecordReader;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.RecordLoader;

/**
 * The time from a file of hashes, 64 hexadecimal digits a line, to a durable index that answers, and the memory it takes. Every id is
 * counted, a sample of the hashes is looked up, and the index must verify clean. Stops at the first wrong answer.
 *
 * <pre>
 * BulkLoad [records [FOLDER]]          10000000, in a folder for temporary files
 * </pre>
 */
public final class BulkLoad {

	private static final long SEED = 40;
	private static final int SAMPLE = 200;

	private BulkLoad() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int records = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
		Path folder = args.length > 1 ? Files.createTempDirectory(Path.of(args[1]), "bulk-load") : Files.createTempDirectory("bulk-load");
		try {
			Path file = folder.resolve("hashes.txt");
			List<Hash256> sample = writeHashes(file, records);
			long start = System.nanoTime();
			try (HashRecordReader reader = new HashRecordReader(Files.newBufferedReader(file))) {
				while (reader.next() != null) {
					// only to know what reading alone takes
				}
			}
			System.out.printf("%,d records; reading the file alone: %.1f s%n", records, seconds(start));
			load(file, folder.resolve("index"), records);
			check(folder.resolve("index"), sample);
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private static List<Hash256> writeHashes(Path file, int records) throws IOException {
		SplittableRandom random = new SplittableRandom(SEED);
		List<Hash256> sample = new ArrayList<>();
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (int row = 0; row < records; row++) {
				Hash256 hash = Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
				writer.append(hash.toHex()).append('\n');
				if (row % (records / SAMPLE) == 0) {
					sample.add(hash);
				}
			}
		}
		return sample;
	}

	private static void load(Path file, Path folder, int records) throws IOException {
		long[] told = new long[1];
		long start = System.nanoTime();
		long startCpu = DurableAdds.cpuNanos();
		try (HashIndex index = HashIndex.create(folder)) {
			try (HashRecordReader reader = new HashRecordReader(Files.newBufferedReader(file));
					RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> told[0] += ids.size())) {
				for (HashRecord record = reader.next(); record != null; record = reader.next()) {
					loader.add(record);
				}
				loader.commit();
			}
			double seconds = seconds(start);
			double cpuSeconds = (DurableAdds.cpuNanos() - startCpu) / 1e9;
			Answers.require(told[0] == records, told[0] + " ids were told");
			IndexStats stats = index.stats();
			Answers.require(stats.records() == records, stats.records() + " records");
			System.out.printf(
					"loaded and durable: %.1f s, %,.0f records/s, %.1f s of CPU; %d segments, %.1f bytes a record; heap at most %,d MB of %,d MB%n",
					seconds, records / seconds, cpuSeconds, stats.segments(), (double) stats.sizeBytes() / records, peakHeapBytes() >> 20,
					Runtime.getRuntime().maxMemory() >> 20);
		}
		System.out.printf("with closing: %.1f s%n", seconds(start));
	}

	private static long peakHeapBytes() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
				.map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
	}

	private static void check(Path folder, List<Hash256> sample) throws IOException {
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			for (Hash256 hash : sample) {
				Answers.require(index.idsOf(hash).size() == 1, "a hash of the file is not there");
			}
			Answers.require(index.verify().clean(), "verify found faults");
			System.out.printf("%d hashes of the file found, verify clean%n", sample.size());
		}
	}

	private static double seconds(long startNanos) {
		return (System.nanoTime() - startNanos) / 1e9;
	}
}
