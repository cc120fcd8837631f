package org.hashaven.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.broken.WatchedChildren;
import org.jspecify.annotations.Nullable;

/**
 * Hands mutated files to every decoder in a JVM of its own, and watches it from outside: a codec that crashes or hangs takes only that JVM
 * down, the file is named by its seed, and the run goes on behind it.
 *
 * <pre>
 *   java -cp ... org.hashaven.image.DecoderFuzz FILES [SEED]
 * </pre>
 */
final class DecoderFuzz {

	static final long MAX_MILLIS = 5_000;
	/** Of the whole process, with a heap of 256 MiB and limits of 24 million pixels. */
	static final long MAX_RSS_MIB = 1_024;
	private static final String HEAP = "-Xmx256m";
	private static final int MAX_CHATTER = 20;
	/**
	 * What a run found.
	 *
	 * @param outcomes
	 *            files by outcome: decoded, or the reason of the refusal
	 * @param faults
	 *            each crash, hang or wrong exception, with the seed of its file
	 * @param leftBehind
	 *            files found in the child's folders afterwards
	 * @param worstSeed
	 *            of the file that took longest
	 * @param chatter
	 *            lines on standard error: the codecs must not speak
	 */
	record Report(long files, Map<String, Long> outcomes, List<String> faults, List<String> leftBehind, List<String> chatter,
			long worstMillis, long worstSeed, long rssMib) {
	}

	private final long seed;
	private final Path folder;
	private final Map<String, Long> outcomes = new TreeMap<>();
	private long worstMillis;
	private long worstSeed;
	private long rssMib;

	private DecoderFuzz(long seed, Path folder) {
		this.seed = seed;
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		long files = Long.parseLong(args[0]);
		long seed = args.length > 1 ? Long.parseLong(args[1]) : Seeds.next();
		Path folder = Files.createTempDirectory("decoder-fuzz");
		System.out.println(run(files, seed, folder));
		System.out.println(Seeds.describe(seed));
	}

	/** Decodes the files of seeds {@code seed .. seed + files - 1}. */
	static Report run(long files, long seed, Path folder) throws IOException, InterruptedException {
		return new DecoderFuzz(seed, folder).run(files);
	}

	private Report run(long files) throws IOException, InterruptedException {
		@Nullable
		Path natives = DecoderChild.prepare(folder);
		Map<String, byte[]> sound = DecoderChild.soundFiles();
		for (Map.Entry<String, byte[]> file : sound.entrySet()) {
			Files.write(folder.resolve("sound").resolve(file.getKey()), file.getValue());
		}
		WatchedChildren children = new WatchedChildren(MAX_MILLIS, folder.resolve("err"), file -> "seed " + (seed + file), this::hears);
		long tried = children.run(files, from -> child(from, files, natives));
		List<String> left = DecoderChild.leftBehind(folder);
		List<String> err = Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8);
		List<String> chatter = err.stream().distinct().limit(MAX_CHATTER).toList();
		return new Report(tried, outcomes, children.faults(), left, chatter, worstMillis, worstSeed, rssMib);
	}

	/** A child that goes on from a file. */
	private ProcessBuilder child(long from, long to, @Nullable Path natives) {
		List<String> command = DecoderChild.command(folder, natives, HEAP, DecoderFuzzChild.class);
		command.addAll(List.of(folder.resolve("sound").toString(), Long.toString(seed), Long.toString(from), Long.toString(to)));
		return new ProcessBuilder(command).directory(folder.resolve("work").toFile());
	}

	private boolean hears(String word, String rest) {
		String[] values = rest.split(" ", 2);
		switch (word) {
			case "outcome" -> outcomes.merge(values[0], Long.parseLong(values[1]), Long::sum);
			case "worst" -> {
				if (Long.parseLong(values[0]) > worstMillis) {
					worstMillis = Long.parseLong(values[0]);
					worstSeed = Long.parseLong(values[1]);
				}
			}
			case "rss" -> rssMib = Math.max(rssMib, Long.parseLong(values[0]));
			default -> {
				return false;
			}
		}
		return true;
	}
}
