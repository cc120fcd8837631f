package org.hashaven.cli.session;

import java.util.Set;
import java.util.stream.Stream;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.worker.Budget;
import org.hashaven.worker.WorkerPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The worker processes of one run, which decode its photos and videos; none where there are none. The first is started before the command
 * line is read, so that it gets ready meanwhile.
 */
public final class Workers implements AutoCloseable {

	/** Name of the option that limits processor time. */
	public static final String CPU = "max-cpu-seconds";
	/** Name of the option that limits memory. */
	public static final String MEMORY = "max-memory-mb";

	/** The commands that read photos and videos. */
	private static final Set<String> READ_MEDIA = Set.of("hash", "compare", "match", "add");

	private Budget budget = Budget.DEFAULT;
	private @Nullable WorkerPool pool;

	/** Workers, the first of which is on its way if these arguments look as if it were needed. */
	public static Workers of(String[] args) {
		Workers workers = new Workers();
		boolean needed = Stream.of(args).anyMatch(READ_MEDIA::contains);
		boolean asUsual = Stream.of(args).noneMatch(arg -> arg.startsWith("--max-") || arg.equals("--help") || arg.equals("-h"));
		if (needed && asUsual) {
			workers.pool().prepare();
		}
		return workers;
	}

	/** The options that set what a file may cost. */
	public static void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.sharedNumber(CPU, 1, Budget.MAX_CPU_SECONDS));
		spec.addOption(OptionSpecs.sharedNumber(MEMORY, Budget.MIN_MEMORY_MB, Budget.MAX_MEMORY_MB));
	}

	/** Takes those options. */
	public void budget(ParseResult line) {
		if (line.hasMatchedOption("--" + CPU) || line.hasMatchedOption("--" + MEMORY)) {
			close();
			budget = new Budget(line.matchedOptionValue("--" + CPU, budget.cpuSeconds()),
					line.hasMatchedOption("--" + CPU) ? 0 : budget.cpuSecondsPerMb(),
					line.matchedOptionValue("--" + MEMORY, budget.memoryMb()));
		}
	}

	/** What a file may cost. */
	public Budget budget() {
		return budget;
	}

	/** The pool, made when it is first needed. */
	public WorkerPool pool() {
		WorkerPool made = pool;
		if (made == null) {
			made = new WorkerPool(Runtime.getRuntime().availableProcessors(), budget);
			pool = made;
		}
		return made;
	}

	@Override
	public void close() {
		if (pool != null) {
			pool.close();
			pool = null;
		}
	}
}
