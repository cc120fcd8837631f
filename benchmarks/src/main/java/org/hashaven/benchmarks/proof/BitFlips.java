package org.hashaven.benchmarks.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.HashIndex;

/**
 * Flipped bits and files cut short, also while they are mapped: each is noticed when the index is opened or by verify, or does nothing at
 * all; and however an index is damaged, it ends no JVM, hangs nowhere, throws nothing but {@link org.hashaven.index.IndexException}, and
 * compacting it does not give wrong answers a new checksum. The damaged copies are opened in a {@link BitFlipsChild}.
 *
 * <pre>
 * BitFlips [records [flips [one in so many of the cuts [seed]]]]          10000 20000 1
 * </pre>
 */
public final class BitFlips {

	private static final int MAX_WRONG = 20;
	private static final int HANG_MS = 60_000;

	private final Path folder;
	private final int size;
	private final int flips;
	private final int cutEach;
	private final long seed;
	private final List<Damage> plan;
	private final Map<String, Integer> outcomes = new TreeMap<>();
	private final List<String> wrong = new ArrayList<>();

	BitFlips(Path folder, int size, int flips, int cutEach, long seed) throws IOException {
		this.folder = folder;
		this.size = size;
		this.flips = flips;
		this.cutEach = cutEach;
		this.seed = seed;
		try (DamagedIndex index = new DamagedIndex(original(), folder.resolve("copy"), size, seed)) {
			index.make();
		}
		this.plan = Damage.plan(original(), flips, cutEach, seed);
	}

	private Path original() {
		return folder.resolve("original");
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Arguments arguments = new Arguments(args);
		int size = arguments.next(10_000);
		int flips = arguments.next(20_000);
		int cutEach = arguments.next(1);
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("bit-flips")) {
			System.out.println(new BitFlips(scratch.resolve("index"), size, flips, cutEach, seed).run());
		}
	}

	/**
	 * Tries all damages.
	 *
	 * @return what came of them, in a table
	 * @throws IllegalStateException
	 *             when something came of one that must not
	 */
	String run() throws IOException, InterruptedException {
		int next = 0;
		while (next < plan.size() && wrong.size() < MAX_WRONG) {
			next = runChild(next);
		}
		StringBuilder said = new StringBuilder("%,d damages tried\n".formatted(next));
		outcomes.forEach((what, count) -> said.append("%8d  %s%n".formatted(count, what)));
		Answers.require(wrong.isEmpty(), said + String.join("\n", wrong));
		try (HashIndex index = HashIndex.openReadOnly(original())) {
			Answers.require(index.verify().clean(), "the original was damaged too");
		}
		return said.toString();
	}

	/** Tries the damages from this one on until the child ends; gives the next one to try. */
	private int runChild(int from) throws IOException, InterruptedException {
		List<String> arguments = List.of(folder.toString(), "" + size, "" + flips, "" + cutEach, "" + seed, "" + from);
		Process child = new ProcessBuilder(Child.command(BitFlipsChild.class, List.of("-Xmx512m", "-XX:+UseSerialGC"), arguments))
				.redirectErrorStream(true).start();
		Timer watch = new Timer(true);
		List<String> last = new ArrayList<>();
		int next = from;
		try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
			String begun = reader.readLine();
			while (begun != null && begun.equals(Integer.toString(next))) {
				TimerTask hangs = new TimerTask() {
					@Override
					public void run() {
						child.destroyForcibly();
					}
				};
				watch.schedule(hangs, HANG_MS);
				String outcome = reader.readLine();
				if (!hangs.cancel()) {
					outcome = BitFlipsChild.WRONG + "it hangs";
				}
				if (outcome == null) {
					break;
				}
				count(plan.get(next++), outcome);
				begun = reader.readLine();
			}
			reader.lines().limit(10).forEach(last::add);
		} finally {
			watch.cancel();
			child.destroyForcibly();
		}
		int status = child.waitFor();
		if (next < plan.size() && (status != 0 || next == from)) {
			count(plan.get(next++), BitFlipsChild.WRONG + "the process ended with status " + status + ": " + last);
		}
		return next;
	}

	private void count(Damage damage, String outcome) {
		boolean right = !outcome.startsWith(BitFlipsChild.WRONG);
		outcomes.merge("%-15s %-9s %s".formatted(damage.kind(), damage.sort(), right ? outcome : "WRONG"), 1, Integer::sum);
		if (!right) {
			wrong.add(damage + ": " + outcome);
		}
	}
}
