package org.hashaven.benchmarks.video;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.testdata.broken.Mutator;
import org.hashaven.testdata.videos.broken.SeedVideos;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHasher;

/** The JVM that {@link VideoFuzz} watches: says which file it is at before each one, and what came of it. */
final class VideoFuzzChild {

	private static final String ONE_LINE = "[A-Z][^\\n\\r/\\\\]{10,160}\\.";
	private static final String MUST_BE_REFUSED = "-REFUSED.";

	private VideoFuzzChild() {
	}

	/** Arguments: folder, seed, first file, file after the last. */
	public static void main(String[] args) throws IOException {
		Path folder = Path.of(args[0]);
		long seed = Long.parseLong(args[1]);
		long to = Long.parseLong(args[3]);
		List<Path> broken = Files.readAllLines(folder.resolve("list")).stream().map(Path::of).toList();
		Mutator mutator = new Mutator(soundFiles(folder.resolve("sound")), SeedVideos.HEADER_BYTES);
		PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
		long slowestMs = 0;
		String slowest = "";
		for (long number = Long.parseLong(args[2]); number < to; number++) {
			boolean mutated = number >= broken.size();
			Path file = mutated
					? Files.write(folder.resolve("mutated"), mutator.mutate(seed + number))
					: broken.get((int) number);
			String name = mutated ? "mutation " + (seed + number) : String.valueOf(file.getFileName());
			out.println("file " + number);
			out.flush();
			long start = System.nanoTime();
			String outcome = outcome(file);
			long ms = (System.nanoTime() - start) / 1_000_000;
			if (ms > slowestMs) {
				slowestMs = ms;
				slowest = name;
			}
			boolean wronglyRead = outcome.equals("read") && name.contains(MUST_BE_REFUSED);
			if (wronglyRead || outcome.startsWith("!")) {
				out.println("fault " + number + " " + (wronglyRead ? "read although it must be refused" : outcome.substring(1)));
			} else {
				out.println("outcome " + outcome);
			}
		}
		out.println("slowest " + slowestMs + " ms, " + slowest + ", peak " + PeakMemory.mb() + " MB");
		out.flush();
	}

	private static List<byte[]> soundFiles(Path folder) throws IOException {
		List<byte[]> files = new ArrayList<>();
		try (Stream<Path> found = Files.list(folder)) {
			for (Path file : found.sorted().toList()) {
				files.add(Files.readAllBytes(file));
			}
		}
		return files;
	}

	/** What came of one file; with an exclamation mark in front what must not come of any. */
	private static String outcome(Path file) {
		try {
			return new VideoHasher().hash(file).frames().isEmpty() ? "!no frames and no error" : "read";
		} catch (VideoException e) {
			return String.valueOf(e.getMessage()).matches(ONE_LINE) ? e.reason().name() : "!no plain line: " + e.getMessage();
		} catch (Throwable e) {
			return "!" + e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
		}
	}
}
