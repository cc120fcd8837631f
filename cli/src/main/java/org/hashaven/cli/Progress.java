package org.hashaven.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on standard error, for work that is long, watched by a person, and not already seen to go on by its results.
 *
 * <p>
 * It counts; it names no file.
 */
final class Progress implements AutoCloseable {

	/** Fewer inputs than this are done before a bar could be read. */
	private static final int LONG_WORK = 20;
	private static final int UPDATE_MS = 250;

	private final Session session;
	private final @Nullable ProgressBar bar;

	private Progress(Session session, @Nullable ProgressBar bar) {
		this.session = session;
		this.bar = bar;
	}

	/** The bar for this many steps, or none. */
	static Progress of(Session session, long steps) {
		Terminal terminal = session.console().terminal();
		if (steps < LONG_WORK || !terminal.errIsTerminal() || terminal.outIsTerminal()) {
			return new Progress(session, null);
		}
		ProgressBarBuilder builder = new ProgressBarBuilder().setTaskName(session.texts().get("progress")).setInitialMax(steps)
				.setUpdateIntervalMillis(UPDATE_MS).setStyle(ProgressBarStyle.UNICODE_BLOCK)
				.setConsumer(new DelegatingProgressBarConsumer(line -> session.console().err().print(Console.CLEAR_LINE + line),
						terminal.columns() - 1));
		return new Progress(session, builder.build());
	}

	/** One step is done. */
	void step() {
		if (bar != null) {
			bar.step();
		}
	}

	/** Takes the bar away. */
	@Override
	public void close() {
		if (bar != null) {
			bar.close();
			session.console().err().print(Console.CLEAR_LINE);
		}
	}
}
