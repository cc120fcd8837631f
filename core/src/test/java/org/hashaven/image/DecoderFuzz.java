package org.hashaven.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hashaven.testdata.Seeds;
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
	private static final int MAX_FAULTS = 20;
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
	private final List<String> faults = new ArrayList<>();
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
		long next = 0;
		while (next < files && faults.size() < MAX_FAULTS) {
			next = runChild(next, files, natives);
		}
		List<String> left = DecoderChild.leftBehind(folder);
		List<String> err = Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8);
		List<String> chatter = err.stream().distinct().limit(MAX_FAULTS).toList();
		return new Report(next, outcomes, faults, left, chatter, worstMillis, worstSeed, rssMib);
	}

	/** Runs a child from one file on; returns the file to go on with, behind the one it died of. */
	private long runChild(long from, long to, @Nullable Path natives) throws IOException, InterruptedException {
		List<String> command = DecoderChild.command(folder, natives, HEAP, DecoderFuzzChild.class);
		command.addAll(List.of(folder.resolve("sound").toString(), Long.toString(seed), Long.toString(from), Long.toString(to)));
		Process child = new ProcessBuilder(command).directory(folder.resolve("work").toFile())
				.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile())).start();
		AtomicLong current = new AtomicLong(from);
		AtomicLong since = new AtomicLong(System.nanoTime());
		Thread reader = Thread.ofVirtual().start(() -> read(child, current, since));
		boolean hung = false;
		while (child.isAlive() && !hung) {
			Thread.sleep(20);
			hung = (System.nanoTime() - since.get()) / 1_000_000 > MAX_MILLIS;
		}
		if (hung) {
			child.destroyForcibly();
		}
		int status = child.waitFor();
		reader.join();
		if (!hung && status == 0) {
			return to;
		}
		faults.add((hung ? "hangs on seed " : "dies with " + status + " on seed ") + (seed + current.get()));
		return current.get() + 1;
	}

	private void read(Process child, AtomicLong current, AtomicLong since) {
		try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
			String line = lines.readLine();
			while (line != null) {
				String[] words = line.split(" ", 3);
				switch (words[0]) {
					case "file" -> {
						current.set(Long.parseLong(words[1]));
						since.set(System.nanoTime());
					}
					case "outcome" -> outcomes.merge(words[1], Long.parseLong(words[2]), Long::sum);
					case "fault" -> faults.add("seed " + words[1] + ": " + words[2]);
					case "worst" -> {
						if (Long.parseLong(words[1]) > worstMillis) {
							worstMillis = Long.parseLong(words[1]);
							worstSeed = Long.parseLong(words[2]);
						}
					}
					case "rss" -> rssMib = Math.max(rssMib, Long.parseLong(words[1]));
					default -> faults.add("child says: " + line);
				}
				line = lines.readLine();
			}
		} catch (IOException e) {
			// The child was stopped while it wrote.
		}
	}
}
