package org.hashaven.testdata.broken;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Processes that work through numbered files, one process after the other, watched from outside: what crashes or hangs takes only its own
 * process down, the file is named, and the next process goes on behind it.
 *
 * <pre>
 *   file 7            the child is about to open file 7
 *   fault 7 WHY       something came of file 7 that must not
 *   WORD REST         whatever else the run understands
 * </pre>
 */
public final class WatchedChildren {

	private static final int MAX_FAULTS = 20;
	private static final int LOOK_EACH_MS = 20;

	/** Takes what a child says beyond its files and faults. */
	@FunctionalInterface
	public interface Listener {

		/** One line; false when it means nothing, which is a fault. */
		boolean hears(String word, String rest);
	}

	private final long maxMs;
	private final Path standardError;
	private final LongFunction<String> names;
	private final Listener listener;
	private final List<String> faults = new ArrayList<>();

	/**
	 * @param maxMs
	 *            longest time for one file
	 * @param standardError
	 *            where what the children say on standard error is put together
	 * @param names
	 *            what to call a file in a fault
	 * @param listener
	 *            takes what else the children say
	 */
	public WatchedChildren(long maxMs, Path standardError, LongFunction<String> names, Listener listener) {
		this.maxMs = maxMs;
		this.standardError = standardError;
		this.names = names;
		this.listener = listener;
	}

	/**
	 * Works through files 0 to {@code files - 1}, or until there are faults enough.
	 *
	 * @param childFrom
	 *            the command of a child that goes on from a file
	 * @return how many files were tried
	 */
	public long run(long files, LongFunction<ProcessBuilder> childFrom) throws IOException, InterruptedException {
		long next = 0;
		while (next < files && faults.size() < MAX_FAULTS) {
			next = run(next, files, childFrom.apply(next));
		}
		return next;
	}

	/** Each crash, hang, fault and word that nobody understands, with the name of its file. */
	public List<String> faults() {
		return List.copyOf(faults);
	}

	/** Runs a child; returns the file to go on with, behind the one it died of. */
	private long run(long from, long files, ProcessBuilder command) throws IOException, InterruptedException {
		Process child = command.redirectError(ProcessBuilder.Redirect.appendTo(standardError.toFile())).start();
		AtomicLong current = new AtomicLong(from);
		AtomicLong since = new AtomicLong(System.nanoTime());
		Thread reader = Thread.ofVirtual().start(() -> read(child, current, since));
		boolean hung = false;
		while (child.isAlive() && !hung) {
			Thread.sleep(LOOK_EACH_MS);
			hung = (System.nanoTime() - since.get()) / 1_000_000 > maxMs;
		}
		if (hung) {
			child.destroyForcibly();
		}
		int status = child.waitFor();
		reader.join();
		if (!hung && status == 0) {
			return files;
		}
		faults.add((hung ? "hangs on " : "dies with " + status + " on ") + names.apply(current.get()));
		return current.get() + 1;
	}

	private void read(Process child, AtomicLong current, AtomicLong since) {
		try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ", 2);
				switch (words[0]) {
					case "file" -> {
						current.set(Long.parseLong(words[1]));
						since.set(System.nanoTime());
					}
					case "fault" -> {
						String[] fault = words[1].split(" ", 2);
						faults.add(names.apply(Long.parseLong(fault[0])) + ": " + fault[1]);
					}
					default -> {
						if (words.length < 2 || !listener.hears(words[0], words[1])) {
							faults.add("child says: " + line);
						}
					}
				}
			}
		} catch (IOException e) {
			// The child was stopped while it wrote.
		}
	}
}
