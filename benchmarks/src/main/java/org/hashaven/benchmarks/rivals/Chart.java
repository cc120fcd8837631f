package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.benchmarks.rivals.Figures.Figure;

/**
 * Draws the time of a lookup against the number of hashes, both logarithmic, a line a rival, from the files {@link SideBySide} wrote.
 *
 * <pre>
 * Chart FOLDER KIND OUT.svg
 * </pre>
 *
 * No background, and colours of middle lightness, so that it can be read on white and on black.
 */
public final class Chart {

	private static final int WIDTH = 940;
	private static final int HEIGHT = 470;
	private static final int LEFT = 70;
	private static final int RIGHT = 600;
	private static final int TOP = 56;
	private static final int BOTTOM = 410;
	private static final int LABEL_GAP = 17;

	private static final String INK = "#7a7a7a";

	/** How a rival is drawn. */
	private record Style(String rival, String label, String colour, double width) {
	}

	private static final List<Style> STYLES = List.of(new Style("hashaven", "Hashaven", "#0a8f5b", 3.5),
			new Style("faiss-flat", "Faiss flat", "#7f7f8c", 2),
			new Style("faiss-multihash-16x16-1", "Faiss MultiHash 16×16/1", "#b9770e", 2),
			new Style("faiss-multihash-11x23-2", "Faiss MultiHash 11×23/2", "#d4552e", 2),
			new Style("lucene-hnsw", "Lucene HNSW", "#8f6be8", 2));

	private final List<Figure> figures;
	private final int[] decadesOfRecords;
	private final int[] decadesOfTime;
	private final StringBuilder svg = new StringBuilder();

	private Chart(List<Figure> figures) {
		this.figures = figures;
		this.decadesOfRecords = decades(figures.stream().mapToDouble(Figure::records).toArray());
		this.decadesOfTime = decades(medians(figure -> true).stream().mapToDouble(Figure::value).toArray());
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers in the picture
		List<Figure> figures = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of(args[0]))) {
			for (Path file : files.filter(file -> file.getFileName().toString().matches("rivals-.*\\.csv")).sorted().toList()) {
				figures.addAll(Figures.read(file));
			}
		}
		figures.removeIf(figure -> !figure.kind().equals(args[1]));
		if (figures.isEmpty()) {
			throw new IOException("no figures of this kind in the folder");
		}
		Path out = Path.of(args[2]).toAbsolutePath();
		Files.createDirectories(out.getParent());
		Files.writeString(out, new Chart(figures).draw(args[1].toLowerCase(Locale.ROOT)), StandardCharsets.UTF_8);
	}

	private String draw(String kind) {
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">"
				.formatted(WIDTH, HEIGHT));
		line("<title>Time of a lookup against the number of hashes, Hashaven and others</title>");
		text(LEFT, 22, "start", INK, "font-size=\"16\" font-weight=\"bold\"", "All hashes within 31 bits: time of one lookup");
		text(LEFT, 42, "start", INK, "", "median, one thread, " + kind + " hashes; both axes logarithmic");
		grid();
		List<Curve> curves = STYLES.stream().map(this::curve).filter(curve -> !curve.points.isEmpty()).toList();
		curves.reversed().forEach(this::draw); // ours on top
		labels(curves);
		line("</svg>");
		return svg.toString();
	}

	/** Decades that hold all the values. */
	private static int[] decades(double[] values) {
		double min = Double.MAX_VALUE;
		double max = Double.MIN_VALUE;
		for (double value : values) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return IntStream.rangeClosed((int) Math.floor(Math.log10(min)), (int) Math.ceil(Math.log10(max))).toArray();
	}

	private void grid() {
		for (int decade : decadesOfRecords) {
			double x = x(Math.pow(10, decade));
			line("<path d=\"M%.1f %d V%d\" stroke=\"%s\" stroke-opacity=\".25\"/>".formatted(x, TOP, BOTTOM, INK));
			text(x, BOTTOM + 20, "middle", INK, "", size(Math.pow(10, decade)));
		}
		for (int decade : decadesOfTime) {
			double y = y(Math.pow(10, decade));
			line("<path d=\"M%d %.1f H%d\" stroke=\"%s\" stroke-opacity=\".25\"/>".formatted(LEFT, y, RIGHT, INK));
			text(LEFT - 8, y + 4, "end", INK, "", time(Math.pow(10, decade)));
		}
		text((LEFT + RIGHT) / 2.0, BOTTOM + 44, "middle", INK, "", "hashes");
	}

	/** One rival's line. */
	private record Curve(Style style, List<Figure> points, String label) {
	}

	private Curve curve(Style style) {
		List<Figure> points = medians(figure -> figure.rival().equals(style.rival));
		return new Curve(style, points, points.isEmpty() ? "" : label(style, points.getLast()));
	}

	/** The rival's name and its last point; how much it misses there, if it does. */
	private String label(Style style, Figure last) {
		double missed = at(last, Figures.MISSED);
		String misses = missed > 0 ? " (misses %.1f %%)".formatted(100 * missed / at(last, Figures.MATCHES)) : "";
		return style.label + misses + ": " + time(last.value()) + " at " + size(last.records());
	}

	/** Another figure of the same rival at the same size; 0 when there is none. */
	private double at(Figure point, String name) {
		return figures.stream().filter(figure -> figure.rival().equals(point.rival()) && figure.records() == point.records())
				.filter(figure -> figure.name().equals(name) && figure.round() == Figures.ALL_ROUNDS).mapToDouble(Figure::value).findFirst()
				.orElse(0);
	}

	private List<Figure> medians(Predicate<Figure> which) {
		return figures.stream().filter(figure -> figure.round() == Figures.ALL_ROUNDS)
				.filter(figure -> figure.name().equals(Figures.MEDIAN_MICROSECONDS)).filter(which)
				.sorted(Comparator.comparingInt(Figure::records)).toList();
	}

	private void draw(Curve curve) {
		String colour = curve.style.colour;
		line("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\" points=\"%s\"/>".formatted(colour,
				curve.style.width, curve.points.stream().map(point -> "%.1f,%.1f".formatted(x(point.records()), y(point.value())))
						.collect(Collectors.joining(" "))));
		for (Figure point : curve.points) {
			line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%,d hashes: %s</title></circle>".formatted(
					x(point.records()),
					y(point.value()), curve.style.width + 1.5, colour, point.records(), time(point.value())));
		}
	}

	/** Names at the right, each level with the end of its line, pushed apart where they would meet. */
	private void labels(List<Curve> curves) {
		double free = TOP;
		for (Curve curve : curves.stream().sorted(Comparator.comparingDouble(curve -> y(curve.points.getLast().value()))).toList()) {
			Figure last = curve.points.getLast();
			double y = Math.max(free, y(last.value()) + 4);
			free = y + LABEL_GAP;
			String weight = curve.style.equals(STYLES.getFirst()) ? "font-weight=\"bold\"" : "";
			text(RIGHT + 12, y, "start", curve.style.colour, weight, curve.label);
			line("<path d=\"M%.1f %.1f L%d %.1f\" stroke=\"%s\" stroke-dasharray=\"2 4\"/>".formatted(x(last.records()), y(last.value()),
					RIGHT + 8, y - 4, curve.style.colour));
		}
	}

	private double x(double records) {
		return place(Math.log10(records), decadesOfRecords, LEFT, RIGHT);
	}

	private double y(double microseconds) {
		return place(Math.log10(microseconds), decadesOfTime, BOTTOM, TOP);
	}

	private static double place(double logarithm, int[] decades, double from, double to) {
		double first = decades[0];
		double last = Math.max(first + 1, decades[decades.length - 1]);
		return from + (to - from) * (logarithm - first) / (last - first);
	}

	private static String size(double records) {
		return records < 999_999 ? "%,.0f".formatted(records) : "%,.0f M".formatted(records / 1e6);
	}

	private static String time(double microseconds) {
		if (microseconds < 999.5) {
			return digits(microseconds) + " µs";
		}
		return microseconds < 999_500 ? digits(microseconds / 1e3) + " ms" : digits(microseconds / 1e6) + " s";
	}

	/** Two digits that count. */
	private static String digits(double value) {
		return value < 9.95 && value != Math.rint(value) ? "%.1f".formatted(value) : "%.0f".formatted(value);
	}

	private void text(double x, double y, String anchor, String colour, String more, String text) {
		line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" %s>%s</text>".formatted(x, y, anchor, colour, more, text));
	}

	private void line(String line) {
		svg.append(line).append('\n');
	}
}
