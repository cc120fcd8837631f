package org.hashaven.testdata.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.samples.pictures.PictureKind;

/** The golden PDQ hashes: what the C++ reference makes of generated pictures. Where they come from is told beside the file. */
public final class GoldenPdq {

	private static final String FILE = "pdq-golden.csv";
	private static final int COLUMNS = 16;
	private static final int FIRST_HASH = 6;
	private static final int PLAIN_QUALITY = FIRST_HASH + 8;

	private GoldenPdq() {
	}

	/** All rows that come with the project. */
	public static List<GoldenRow> rows() {
		try (InputStream in = GoldenPdq.class.getResourceAsStream(FILE)) {
			if (in == null) {
				throw new IllegalStateException("the golden file is not on the class path");
			}
			return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * The rows of another file of the same form.
	 *
	 * @throws IOException
	 *             when it cannot be read
	 */
	public static List<GoldenRow> rows(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return parse(lines);
		}
	}

	/** Reads the lines but comments and the one with the columns' names. */
	private static List<GoldenRow> parse(Stream<String> lines) {
		return lines.filter(line -> !line.startsWith("#") && !line.startsWith("kind,")).map(GoldenPdq::row).toList();
	}

	private static GoldenRow row(String line) {
		String[] cells = line.split(",", -1);
		if (cells.length != COLUMNS) {
			throw new IllegalArgumentException("a golden row has " + COLUMNS + " columns, not " + cells.length);
		}
		int quality = Integer.parseInt(cells[5]);
		List<String> hashes = List.of(cells).subList(FIRST_HASH, PLAIN_QUALITY);
		boolean same = cells[PLAIN_QUALITY].isEmpty();
		return new GoldenRow(PictureKind.ofWord(cells[0]), Long.parseLong(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]),
				Integer.parseInt(cells[4]), quality, hashes, same ? quality : Integer.parseInt(cells[PLAIN_QUALITY]),
				same ? hashes.getFirst() : cells[PLAIN_QUALITY + 1]);
	}
}
