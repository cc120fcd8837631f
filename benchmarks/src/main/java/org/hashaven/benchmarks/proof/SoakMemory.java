package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hashaven.benchmarks.search.Answers;

/** What a process holds, looked at again and again: heap after a collection, resident memory of its own, mappings and open files. */
final class SoakMemory {

	private static final Path PROCESS = Path.of("/proc/self");
	private static final int PARTS = 5;
	private static final double MORE_HEAP_MB = 10;
	private static final double MORE_RESIDENT_MB = 64;
	private static final double MORE_FILES = 100;

	private final List<Sample> samples = new ArrayList<>();

	/**
	 * One look.
	 *
	 * @param heapMb
	 *            heap in use after a collection
	 * @param residentMb
	 *            resident memory that is no file's; 0 where the system does not say
	 * @param mappings
	 *            ranges of memory
	 * @param openFiles
	 *            open files
	 */
	record Sample(double heapMb, double residentMb, int mappings, int openFiles) {

		@Override
		public String toString() {
			return "heap %.1f MB, resident %.0f MB, %d mappings, %d open files".formatted(heapMb, residentMb, mappings, openFiles);
		}
	}

	Sample look() throws IOException {
		System.gc();
		double heapMb = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
		Sample sample = new Sample(heapMb, 0, 0, 0);
		if (Files.isDirectory(PROCESS)) {
			double residentMb = 0;
			for (String line : Files.readAllLines(PROCESS.resolve("status"))) {
				if (line.startsWith("RssAnon:")) {
					residentMb = Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1e3;
				}
			}
			try (Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
				sample = new Sample(heapMb, residentMb, Files.readAllLines(PROCESS.resolve("maps")).size(), (int) files.count());
			}
		}
		samples.add(sample);
		return sample;
	}

	/**
	 * Holds the least of the last fifth of the run to the least of the second fifth and a margin: 10 MB of heap, 64 MB resident, 100 files.
	 */
	String requireFlat() {
		return flat("heap MB", Sample::heapMb, MORE_HEAP_MB) + ", " + flat("resident MB", Sample::residentMb, MORE_RESIDENT_MB) + ", "
				+ flat("mappings", Sample::mappings, MORE_FILES) + ", " + flat("open files", Sample::openFiles, MORE_FILES);
	}

	private String flat(String what, ToDoubleFunction<Sample> of, double more) {
		int part = samples.size() / PARTS;
		double early = samples.subList(part, 2 * part).stream().mapToDouble(of).min().orElseThrow();
		double late = samples.subList(samples.size() - part, samples.size()).stream().mapToDouble(of).min().orElseThrow();
		String said = "%s %.1f in the second fifth, %.1f in the last".formatted(what, early, late);
		Answers.require(late <= early + more, "it grows: " + said);
		return said;
	}
}
