package org.hashaven.server.hma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Json;

/**
 * A video's frames as HMA's vPDQ signal: a JSON array of strings, one a frame.
 *
 * <pre>
 *   ["hash,quality,seconds", …]     64 hexadecimal digits, 0..100, a decimal number
 * </pre>
 */
final class VpdqText {

	private static final int MS = 1_000;

	private VpdqText() {
	}

	static String of(List<FrameHash> frames) {
		List<String> lines = frames.stream().map(frame -> frame.hash().toHex() + "," + frame.quality() + ","
				+ String.format(Locale.ROOT, "%.3f", (double) frame.timeMs() / MS)).toList();
		return Json.text(lines);
	}

	/**
	 * Reads a signal; its frames in the order of their times.
	 *
	 * @throws ApiException
	 *             400
	 */
	static List<FrameHash> parse(String text) {
		if (!(Json.read(text) instanceof List<?> lines) || lines.isEmpty() || lines.size() > VideoRecord.MAX_FRAMES) {
			throw invalid();
		}
		List<FrameHash> frames = new ArrayList<>(lines.size());
		for (Object line : lines) {
			frames.add(frame(line));
		}
		frames.sort(Comparator.comparingInt(FrameHash::timeMs));
		return frames;
	}

	private static FrameHash frame(Object line) {
		if (!(line instanceof String text)) {
			throw invalid();
		}
		List<String> parts = List.of(text.split(",", -1));
		if (parts.size() != 3) {
			throw invalid();
		}
		try {
			double ms = Double.parseDouble(parts.get(2)) * MS;
			if (!(ms >= 0 && ms <= Integer.MAX_VALUE)) {
				throw invalid();
			}
			return new FrameHash((int) Math.round(ms), Hash256.fromHex(parts.get(0)), Integer.parseInt(parts.get(1)));
		} catch (HashFormatException | IllegalArgumentException e) {
			throw invalid();
		}
	}

	private static ApiException invalid() {
		return ApiException.badRequest("invalid signal: a vpdq signal is a JSON array of \"hash,quality,seconds\"");
	}
}
