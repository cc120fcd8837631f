package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process ever held, as Linux counts it. */
final class PeakMemory {

	private static final Path STATUS = Path.of("/proc/self/status");

	private PeakMemory() {
	}

	/** In MB, libraries and heap and all; 0 where the system does not say. */
	static int mb() throws IOException {
		if (!Files.exists(STATUS)) {
			return 0;
		}
		return Integer.parseInt(Files.readString(STATUS).replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1")) / 1024;
	}
}
