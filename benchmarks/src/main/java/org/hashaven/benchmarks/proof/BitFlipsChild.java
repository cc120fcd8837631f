package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The process in which damaged files are opened, so that a crash is seen from outside. Says what it is about to try and what came of it:
 *
 * <pre>
 *   17                       about to try damage 17
 *   VERIFY                   how it came to light
 *   18
 *   WRONG an explanation
 * </pre>
 */
final class BitFlipsChild {

	/** In front of what must not be. */
	static final String WRONG = "WRONG ";

	private static final int COMPACT_EACH = 10;

	private BitFlipsChild() {
	}

	/** Folder, size of the index, flips, share of the cuts, seed, and the first damage to try. */
	public static void main(String[] args) throws IOException {
		Path folder = Path.of(args[0]);
		long seed = Long.parseLong(args[4]);
		List<Damage> plan = Damage.plan(folder.resolve("original"), Integer.parseInt(args[2]), Integer.parseInt(args[3]), seed);
		try (DamagedIndex index = new DamagedIndex(folder.resolve("original"), folder.resolve("copy"), Integer.parseInt(args[1]), seed)) {
			for (int i = Integer.parseInt(args[5]); i < plan.size(); i++) {
				System.out.println(i);
				System.out.println(outcome(index, plan.get(i), i % COMPACT_EACH == 0));
			}
		}
	}

	// Whatever is thrown is the answer here.
	private static String outcome(DamagedIndex index, Damage damage, boolean compacts) {
		try {
			return index.judge(damage, compacts).toString();
		} catch (Throwable e) {
			StackTraceElement[] trace = e.getStackTrace();
			String at = trace.length == 0 ? "" : " at " + trace[0];
			return WRONG + (compacts ? "compacting: " : "") + String.format(Locale.ROOT, "%s%s", e, at).replace('\n', ' ');
		}
	}
}
