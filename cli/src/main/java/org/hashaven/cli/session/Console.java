package org.hashaven.cli.session;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The way to the person and to the next program: results, buffered, to standard output; messages to standard error.
 *
 * <p>
 * A reader of the results who goes away ({@code haven hash … | head -1}) ends the program quietly; any other failure to write is said.
 */
public final class Console {

	/** Results could not be written. */
	public static final class OutputException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final boolean readerLeft;

		OutputException(IOException cause) {
			super(cause);
			String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
			this.readerLeft = message.contains("pipe") || message.contains("파이프");
		}

		/** Whether the reader of the results closed the pipe, which is no fault. */
		public boolean readerLeft() {
			return readerLeft;
		}
	}

	/** Back to the begin of a terminal's line, and all of it away. */
	public static final String CLEAR_LINE = "\r\u001b[K";

	private final Terminal terminal;
	private final InputStream in;
	private final Writer out;
	private final PrintStream err;
	private volatile boolean silent;

	public Console(Terminal terminal, InputStream in, OutputStream out, OutputStream err) {
		this.terminal = terminal;
		this.in = in;
		this.out = new BufferedWriter(new OutputStreamWriter(out, charset("stdout.encoding")), 1 << 16);
		this.err = new PrintStream(err, true, charset("stderr.encoding"));
	}

	/** The process's own three streams. */
	public static Console ofSystem(Terminal terminal) {
		return new Console(terminal, System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
	}

	/** The encoding of the terminal, but UTF-8 where it says it knows only ASCII: Korean is not to become question marks. */
	private static Charset charset(String property) {
		Charset said = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
		return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
	}

	/** What stands behind the streams. */
	public Terminal terminal() {
		return terminal;
	}

	/** Standard input. */
	public InputStream in() {
		return in;
	}

	/** Writes nothing from now on: the program was interrupted, and what fails because of that is no news. */
	public void silence() {
		silent = true;
	}

	/** Whether the program was interrupted and goes on only to clean up. */
	public boolean isSilent() {
		return silent;
	}

	/** Writes one line of results. */
	public void line(CharSequence text) {
		if (silent) {
			return;
		}
		try {
			out.append(text).append('\n');
			if (terminal.outIsTerminal()) {
				out.flush();
			}
		} catch (IOException e) {
			throw new OutputException(e);
		}
	}

	/** Pushes buffered results out. */
	public void flush() {
		if (silent) {
			return;
		}
		try {
			out.flush();
		} catch (IOException e) {
			throw new OutputException(e);
		}
	}

	/** Writes one message, after the results so far, so that the two come in the right order on a terminal; over a progress bar, if any. */
	public void message(String text) {
		if (silent) {
			return;
		}
		if (terminal.outIsTerminal()) {
			flush();
		} else if (terminal.errIsTerminal()) {
			err.print(CLEAR_LINE);
		}
		err.println(text);
	}

	/** Where messages go, for the progress bar. */
	public PrintStream err() {
		return err;
	}
}
