package org.hashaven.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.HashRecord;
import org.jspecify.annotations.Nullable;

/** A file of hashes or records, read one by one. */
final class HashListReader implements Closeable {

	/** The file cannot be read, or not as hashes; the cause says why. */
	static final class UnreadableException extends IOException {

		private static final long serialVersionUID = 1L;

		UnreadableException(Exception cause) {
			super(cause);
		}
	}

	private final BufferedReader lines;
	private long lineNumber;

	private HashListReader(BufferedReader lines) {
		this.lines = lines;
	}

	/** Opens a file. */
	static HashListReader open(Input.HashList list) throws UnreadableException {
		try {
			Reasons.requireReadable(list.path());
			// not Files.newInputStream: the JDK's channels make the system load its network library
			return new HashListReader(
					new BufferedReader(new InputStreamReader(new FileInputStream(list.path().toFile()), StandardCharsets.UTF_8)));
		} catch (IOException | HavenException e) {
			throw new UnreadableException(e);
		}
	}

	/** The next hash, null after the last. */
	@Nullable
	Found next() throws UnreadableException {
		try {
			String line = lines.readLine();
			lineNumber++;
			if (line == null) {
				return null;
			}
			Hash256 hash = Hash256.fromHex(line.strip());
			return new Found(hash.toHex(), HashRecord.ofPhoto(hash, HashRecord.MAX_QUALITY), OptionalInt.empty(), Map.of());
		} catch (HashFormatException e) {
			throw new UnreadableException(new HashFormatException(lineNumber, e.reason()));
		} catch (IOException e) {
			throw new UnreadableException(e);
		}
	}

	@Override
	public void close() {
		try {
			lines.close();
		} catch (IOException e) {
			// Nothing was written, so nothing is lost.
			throw new java.io.UncheckedIOException(e);
		}
	}
}
