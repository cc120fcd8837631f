package org.hashaven.image;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hashaven.testdata.broken.Mutator;

/**
 * The JVM that {@link DecoderFuzz} watches: says which file it is at before each one, and what came of all at the end.
 *
 * <p>
 * The sound files are read from a folder that the parent filled: encoding them here would load and unpack more than decoding may.
 */
final class DecoderFuzzChild {

	private static final ImageLimits LIMITS = new ImageLimits(16 << 20, 24_000_000, 65_535);
	private static final String ONE_LINE = "[A-Z][^\\n\\r]{10,140}\\.";

	private DecoderFuzzChild() {
	}

	/** Arguments: folder of sound files, seed, first file, file after the last. */
	public static void main(String[] args) throws IOException {
		long seed = Long.parseLong(args[1]);
		long to = Long.parseLong(args[3]);
		Mutator mutator = new Mutator(soundFiles(new File(args[0])));
		ImageDecoder decoder = new ImageDecoder(LIMITS);
		Map<String, Long> outcomes = new TreeMap<>();
		long worstMillis = 0;
		long worstSeed = 0;
		PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
		for (long file = Long.parseLong(args[2]); file < to; file++) {
			out.println("file " + file);
			out.flush();
			byte[] bytes = mutator.mutate(seed + file);
			long start = System.nanoTime();
			String outcome = outcome(decoder, bytes);
			long millis = (System.nanoTime() - start) / 1_000_000;
			if (millis > worstMillis) {
				worstMillis = millis;
				worstSeed = seed + file;
			}
			if (outcome.startsWith("!")) {
				out.println("fault " + file + " " + outcome.substring(1));
			} else {
				outcomes.merge(outcome, 1L, Long::sum);
			}
		}
		outcomes.forEach((outcome, count) -> out.println("outcome " + outcome + " " + count));
		out.println("worst " + worstMillis + " " + worstSeed);
		out.println("rss " + rssMib());
		out.flush();
	}

	private static List<byte[]> soundFiles(File folder) throws IOException {
		File[] found = Objects.requireNonNull(folder.listFiles());
		Arrays.sort(found);
		List<byte[]> files = new ArrayList<>();
		for (File file : found) {
			try (FileInputStream in = new FileInputStream(file)) {
				files.add(in.readAllBytes());
			}
		}
		return files;
	}

	/** What came of one file; with an exclamation mark in front what must not come of any. */
	private static String outcome(ImageDecoder decoder, byte[] bytes) {
		try {
			RgbImage image = decoder.decode(bytes);
			return (long) image.width() * image.height() <= LIMITS.maxPixels() ? "decoded" : "!larger than the limit";
		} catch (ImageException e) {
			return String.valueOf(e.getMessage()).matches(ONE_LINE) ? e.reason().name() : "!no plain line: " + e.getMessage();
		} catch (Throwable e) {
			return "!" + e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
		}
	}

	/** The most memory this process ever had, as Linux counts it; 0 elsewhere. */
	private static long rssMib() throws IOException {
		File status = new File("/proc/self/status");
		if (!status.exists()) {
			return 0;
		}
		try (FileInputStream in = new FileInputStream(status)) {
			String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
			return Long.parseLong(text.replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1")) / 1024;
		}
	}
}
