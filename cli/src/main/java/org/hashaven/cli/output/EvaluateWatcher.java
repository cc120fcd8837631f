package org.hashaven.cli.output;

import java.nio.file.Path;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hashaven.cli.evaluate.Watcher;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.text.TextLayout;
import org.jspecify.annotations.Nullable;

/** Says on standard error how far an evaluation is, which files are left out, and which photographs were mistaken for others. */
public final class EvaluateWatcher implements Watcher, AutoCloseable {

	/** Mistakes that are told one by one; an engine that makes more of them is not read line by line. */
	private static final int TOLD_MISTAKES = 20;
	private static final int UPDATE_MS = 250;

	private final Session session;
	private @Nullable Phase phase;
	private @Nullable ProgressBar bar;
	private int mistakes;

	public EvaluateWatcher(Session session) {
		this.session = session;
	}

	@Override
	public synchronized void step(Phase now, long done, long all) {
		Terminal terminal = session.console().terminal();
		if (!terminal.errIsTerminal()) {
			return;
		}
		if (phase != now) {
			removeBar();
			phase = now;
			bar = new ProgressBarBuilder().setTaskName(session.texts().get("evaluate.phase." + now)).setInitialMax(all)
					.setUpdateIntervalMillis(UPDATE_MS).setStyle(ProgressBarStyle.UNICODE_BLOCK)
					.setConsumer(new DelegatingProgressBarConsumer(line -> session.console().err().print(Console.CLEAR_LINE + line),
							terminal.columns() - 1))
					.build();
		}
		if (bar != null && bar.getCurrent() < done) {
			bar.stepTo(done);
		}
	}

	@Override
	public void leftOut(Path file, Throwable why) {
		leftOut(file.toString(), why);
	}

	public void leftOut(String shown, Throwable why) {
		clearLine();
		session.reportUnusable(shown, why);
	}

	@Override
	public void mistaken(Path file, String distortion, @Nullable Path other) {
		mistakes++;
		if (mistakes <= TOLD_MISTAKES) {
			clearLine();
			String taken = other == null
					? session.texts().get("evaluate.mistaken.stranger", distortion)
					: session.texts().get("evaluate.mistaken", distortion, TextLayout.visible(other.toString()));
			session.say(TextLayout.visible(file.toString()) + ": " + taken);
		}
	}

	private void clearLine() {
		if (session.console().terminal().errIsTerminal()) {
			session.console().err().print(Console.CLEAR_LINE);
		}
	}

	/** Takes the bar away, and says how many mistakes were not told. */
	@Override
	public void close() {
		removeBar();
		if (mistakes > TOLD_MISTAKES) {
			session.message("evaluate.mistaken.more", mistakes - TOLD_MISTAKES);
		}
	}

	private synchronized void removeBar() {
		if (bar != null) {
			bar.close();
			bar = null;
			session.console().err().print(Console.CLEAR_LINE);
		}
	}
}
