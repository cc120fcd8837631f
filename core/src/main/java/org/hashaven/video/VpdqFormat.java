package org.hashaven.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.VideoRecord;
import org.jspecify.annotations.Nullable;

/**
 * vPDQ's text form: one line a frame, {@code frame,quality,hash,seconds}, in ASCII.
 *
 * <pre>
 *   frame    which frame of the video, from 0; decimal, at most nine digits
 *   quality  0..100
 *   hash     64 hexadecimal digits
 *   seconds  when it is shown: digits, and a point and at most nine more digits if there are any
 * </pre>
 *
 * Frames come in the order of their numbers, with times that do not run backwards. Empty lines at the end are allowed, nothing else is.
 */
public final class VpdqFormat {

	private static final int FIELDS = 4;
	private static final int MAX_DIGITS = 9;
	private static final int MS_DIGITS = 3;
	/** A line of the longest fields has less than half of it. */
	private static final int MAX_LINE_CHARS = 256;

	private VpdqFormat() {
	}

	/** The line of one frame, without an end of line. */
	public static String line(VpdqFrame frame) {
		return String.format(Locale.ROOT, "%d,%d,%s,%d.%03d", frame.number(), frame.quality(), frame.hash().toHex(), frame.timeMs() / 1_000,
				frame.timeMs() % 1_000);
	}

	/**
	 * Reads all lines.
	 *
	 * @return at least one frame
	 * @throws HashFormatException
	 *             when a line is anything else than a frame; its offset is the line's number, from 1
	 * @throws IOException
	 *             when the text itself cannot be read
	 */
	public static List<VpdqFrame> read(Reader text) throws IOException {
		BufferedReader lines = new BufferedReader(text);
		List<VpdqFrame> frames = new ArrayList<>();
		long number = 1;
		boolean ended = false;
		for (String line = readLine(lines, number); line != null; line = readLine(lines, ++number)) {
			if (line.isEmpty()) {
				ended = true;
				continue;
			}
			try {
				if (ended) {
					throw new HashFormatException(0, "an empty line before the end");
				}
				frames.add(next(line, frames));
			} catch (HashFormatException e) {
				throw new HashFormatException(number, e.reason());
			}
		}
		if (frames.isEmpty()) {
			throw new HashFormatException(1, "no frames");
		}
		return frames;
	}

	/** Like a reader's own, but with a limit on the line's length; null at the end. */
	private static @Nullable String readLine(BufferedReader lines, long number) throws IOException {
		StringBuilder line = new StringBuilder();
		int c = lines.read();
		if (c < 0) {
			return null;
		}
		for (; c >= 0 && c != '\n'; c = lines.read()) {
			if (line.length() == MAX_LINE_CHARS) {
				throw new HashFormatException(number, "longer than " + MAX_LINE_CHARS + " characters");
			}
			line.append((char) c);
		}
		boolean carriageReturn = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
		return line.substring(0, line.length() - (carriageReturn ? 1 : 0));
	}

	private static VpdqFrame next(String line, List<VpdqFrame> before) throws HashFormatException {
		if (before.size() == VideoRecord.MAX_FRAMES) {
			throw new HashFormatException(0, "more than " + VideoRecord.MAX_FRAMES + " frames");
		}
		String[] fields = line.split(",", -1);
		if (fields.length != FIELDS) {
			throw new HashFormatException(0, "a frame has " + FIELDS + " fields: frame, quality, hash, seconds");
		}
		int frame = whole(fields[0], "the frame's number");
		int quality = whole(fields[1], "the quality");
		if (quality > Quality.MAX) {
			throw new HashFormatException(0, "the quality is at most " + Quality.MAX);
		}
		int timeMs = timeMs(fields[3]);
		VpdqFrame read = new VpdqFrame(frame, quality, Hash256.fromHex(fields[2]), timeMs);
		if (!before.isEmpty() && (frame <= before.getLast().number() || timeMs < before.getLast().timeMs())) {
			throw new HashFormatException(0, "not behind the frame before it");
		}
		return read;
	}

	private static int timeMs(String text) throws HashFormatException {
		int point = text.indexOf('.');
		int seconds = whole(point < 0 ? text : text.substring(0, point), "the time in seconds");
		String part = point < 0 ? "0" : text.substring(point + 1);
		long timeMs = Math.round(whole(part, "the time in seconds") * Math.pow(10, MS_DIGITS - part.length())) + seconds * 1_000L;
		if (timeMs > Integer.MAX_VALUE) {
			throw new HashFormatException(0, "the time in seconds is too long");
		}
		return (int) timeMs;
	}

	private static int whole(String digits, String what) throws HashFormatException {
		boolean sound = !digits.isEmpty() && digits.length() <= MAX_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
		if (!sound) {
			throw new HashFormatException(0, what + " has 1.." + MAX_DIGITS + " digits");
		}
		return Integer.parseInt(digits);
	}
}
