package org.hashaven.benchmarks.rivals;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The Python process in which all of Faiss's indexes live, and the lines that go to and fro; {@code faiss_rival.py} lists them. It sleeps
 * while others are measured.
 */
final class FaissProcess implements Closeable {

	/** The system property that names another Python than Debian's, which may have another build of Faiss: {@value}. */
	private static final String PYTHON = "rivals.python";

	private final Process process;
	private final Writer to;
	private final BufferedReader from;
	private final String version;

	/** Starts it. */
	FaissProcess(HashFiles files) throws IOException {
		String program;
		try (InputStream script = Objects.requireNonNull(FaissProcess.class.getResourceAsStream("faiss_rival.py"))) {
			program = new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		process = new ProcessBuilder(System.getProperty(PYTHON, "/usr/bin/python3"), "-c", program, files.hashes().toString(),
				files.queries().toString()).redirectError(Redirect.INHERIT).start();
		to = process.outputWriter(StandardCharsets.UTF_8);
		from = process.inputReader(StandardCharsets.UTF_8);
		version = read();
	}

	/** Which Faiss it is. */
	String version() {
		return version;
	}

	/** Asks for something whose answer is one line. */
	String request(String line) throws IOException {
		to.write(line + "\n");
		to.flush();
		return read();
	}

	/**
	 * The next line it says.
	 *
	 * @throws EOFException
	 *             when it has died; it has said why on the standard error
	 */
	String read() throws IOException {
		String line = from.readLine();
		if (line == null) {
			throw new EOFException("the Python process has ended; is python3-faiss there?");
		}
		return line;
	}

	@Override
	public void close() throws IOException {
		to.close(); // the end of its input is the end of it
	}
}
