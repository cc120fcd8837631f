package org.hashaven.cli.input;

import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Terminal;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on standard error with the time that is left, for work that is long, watched by a person, and not already seen to go on by
 * its results.
 *
 * <p>
 * It counts the bytes of the files, since one video takes longer than a thousand photos; it names no file. For any thread.
 */
public final class Progress implements AutoCloseable {

	/** Fewer inputs, and fewer bytes, than this are done before a bar could be read. */
	private static final int LONG_WORK = 20;
	private static final long LONG_WORK_BYTES = 20 << 20;

	private static final int UPDATE_MS = 250;
	private static final int MB = 1 << 20;

	private final Session session;
	private final @Nullable ProgressBar bar;

	private Progress(Session session, @Nullable ProgressBar bar) {
		this.session = session;
		this.bar = bar;
	}

	/** The bar for these inputs, or none. */
	public static Progress of(Session session, List<Input> inputs) {
		Terminal terminal = session.console().terminal();
		long sizeBytes = inputs.stream().mapToLong(Progress::sizeBytes).sum();
		boolean isLong = inputs.size() >= LONG_WORK || sizeBytes >= LONG_WORK_BYTES;
		if (!isLong || !terminal.errIsTerminal() || terminal.outIsTerminal()) {
			return new Progress(session, null);
		}
		ProgressBarBuilder builder = new ProgressBarBuilder().setTaskName(session.texts().get("progress")).setInitialMax(sizeBytes)
				.setUnit(" MB", MB).setUpdateIntervalMillis(UPDATE_MS).setStyle(ProgressBarStyle.UNICODE_BLOCK)
				.setConsumer(new DelegatingProgressBarConsumer(line -> session.console().err().print(Console.CLEAR_LINE + line),
						terminal.columns() - 1));
		return new Progress(session, builder.build());
	}

	private static long sizeBytes(Input input) {
		return 1 + (input instanceof Input.Media media ? media.path().toFile().length() : 0);
	}

	/** The part of the bar for one input. */
	public Part part(Input input) {
		return new Part(sizeBytes(input));
	}

	/** One input's share of the work; it hears how far a video is. */
	public final class Part implements VideoProgress {

		private final long sizeBytes;
		private long doneBytes;

		private Part(long sizeBytes) {
			this.sizeBytes = sizeBytes;
		}

		@Override
		public synchronized boolean readSoFar(double share) {
			long bytes = Math.min(sizeBytes, (long) (sizeBytes * share));
			if (bar != null) {
				bar.stepBy(bytes - doneBytes);
			}
			doneBytes = bytes;
			return true;
		}

		/** All of it is done, or has failed. */
		void end() {
			readSoFar(1);
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
