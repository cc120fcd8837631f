package org.hashaven.benchmarks.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hashaven.benchmarks.search.Answers;

/**
 * A quarter of an hour of one writer, who adds and withdraws photos, videos and single frames, and three readers of both, who hold every
 * answer to a {@link SoakOracle} that knows what was acknowledged before and after. Fails at the first mismatch, and when memory is not
 * flat: heap after a collection, resident memory that is no file's, mappings and open files, the least of the last fifth of the run against
 * the least of the second fifth. Runs in a process of its own with a heap of fixed size.
 *
 * <pre>
 * Soak [seconds [photos and frames [seed]]]          900 100000
 * </pre>
 */
public final class Soak {

	private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

	private Soak() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Arguments arguments = new Arguments(args);
		int seconds = arguments.next(900);
		int records = arguments.next(100_000);
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("soak")) {
			run(scratch.resolve("index"), seconds, records, seed, System.out::println);
		}
	}

	/**
	 * The whole run.
	 *
	 * @throws IllegalStateException
	 *             when an answer was wrong, or memory grows
	 */
	static void run(Path folder, int seconds, int records, long seed, Consumer<String> lines) throws IOException, InterruptedException {
		List<String> arguments = List.of(folder.toString(), "" + seconds, "" + records, "" + seed);
		Process child = new ProcessBuilder(Child.command(SoakChild.class, HEAP, arguments)).redirectErrorStream(true).start();
		try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
			reader.lines().forEach(lines);
		}
		Answers.require(child.waitFor() == 0, "see above");
	}
}
