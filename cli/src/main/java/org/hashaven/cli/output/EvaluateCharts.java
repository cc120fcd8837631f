package org.hashaven.cli.output;

import java.util.List;
import java.util.Locale;
import org.hashaven.cli.evaluate.Histogram;
import org.hashaven.cli.evaluate.Proportion;
import org.hashaven.cli.evaluate.Results;
import org.hashaven.cli.text.Messages;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.samples.distortions.Family;

/** The drawings of an evaluation's page. */
public final class EvaluateCharts {

	private static final int NAMES = 150;
	private static final int BARS = 520;
	private static final int FIGURES = 60;
	private static final int BAR = 9;
	private static final int STRIP_WIDTH = 130;

	private final Results results;
	private final Messages texts;

	public EvaluateCharts(Results results, Messages texts) {
		this.results = results;
		this.texts = texts;
	}

	/** What was found of each family: for each engine a bar of the fixed distortions and one of the drawn ones. */
	public String families() {
		List<Family> families = results.families();
		int lines = 2 * results.engines().size();
		int row = lines * (BAR + 2) + 12;
		int height = families.size() * row + 24;
		Svg svg = new Svg("chart", NAMES + BARS + FIGURES, height, texts.get("evaluate.families"));
		for (int percent = 0; percent <= 100; percent += 25) {
			double x = NAMES + BARS * percent / 100.0;
			svg.line("grid", x, 14, x, height - 8).text("tick", x, 10, percent + "%");
		}
		for (int i = 0; i < families.size(); i++) {
			Family family = families.get(i);
			int top = 20 + i * row;
			svg.text("name", NAMES - 8, top + row / 2.0 - 3, family.word());
			for (int line = 0; line < lines; line++) {
				int engine = line / 2;
				boolean drawn = line % 2 == 1;
				bar(svg, "engine-" + results.engines().get(engine) + (drawn ? " drawn" : ""), results.found(family, engine, drawn),
						top + line * (BAR + 2));
			}
		}
		return svg.end();
	}

	private static void bar(Svg svg, String style, Proportion share, double top) {
		if (share.whole() == 0) {
			return;
		}
		double scale = BARS / 100.0;
		double middle = top + BAR / 2.0;
		svg.box(style, NAMES, top, share.percent() * scale, BAR)
				.line("whisker", NAMES + share.leastPercent() * scale, middle, NAMES + share.mostPercent() * scale, middle)
				.text("figure", NAMES + BARS + 8, top + BAR - 1, percent(share));
	}

	public static String percent(Proportion share) {
		return String.format(Locale.ROOT, "%.1f%%", share.percent());
	}

	/** Distances to the photograph itself and to others, each hill as high as the other. */
	public String distances() {
		double width = 730;
		double height = 250;
		double floor = height - 28;
		double scale = width / Hash256.BITS;
		Svg svg = new Svg("chart", width, height, texts.get("evaluate.distances"));
		svg.area("others", hill(results.others(), scale, floor)).area("own", hill(results.own(), scale, floor));
		svg.line("axis", 0, floor, width, floor);
		for (int bits = 0; bits <= Hash256.BITS; bits += 32) {
			String style = bits == 0 ? "tick first" : bits == Hash256.BITS ? "tick last" : "tick";
			svg.line("axis", bits * scale, floor, bits * scale, floor + 4).text(style, bits * scale, floor + 17, Integer.toString(bits));
		}
		double radius = (Bank.DEFAULT_RADIUS + 0.5) * scale;
		svg.line("radius", radius, 0, radius, floor).text("note", radius + 5, 12, texts.get("evaluate.radius", Bank.DEFAULT_RADIUS));
		return svg.end();
	}

	/** PDQ's distances are mostly even, so two bits are one step. */
	private static double[] hill(Histogram histogram, double scale, double floor) {
		int steps = Hash256.BITS / 2;
		double most = 1;
		double[] counts = new double[steps + 1];
		for (int i = 0; i <= steps; i++) {
			counts[i] = histogram.count(2 * i) + (2 * i + 1 <= Hash256.BITS ? histogram.count(2 * i + 1) : 0);
			most = Math.max(most, counts[i]);
		}
		double[] corners = new double[2 * (steps + 3)];
		corners[1] = floor;
		for (int i = 0; i <= steps; i++) {
			corners[2 * i + 2] = 2 * i * scale;
			corners[2 * i + 3] = floor - (floor - 18) * counts[i] / most;
		}
		corners[2 * steps + 4] = Hash256.BITS * scale;
		corners[2 * steps + 5] = floor;
		return corners;
	}

	/** From the tenth to the ninetieth of a hundred distances, with the middle one and the radius. */
	public String strip(Histogram distances) {
		double scale = STRIP_WIDTH / (double) Hash256.BITS;
		String label = texts.get("evaluate.strip", distances.quantile(0.1), distances.quantile(0.5), distances.quantile(0.9));
		double radius = (Bank.DEFAULT_RADIUS + 0.5) * scale;
		return new Svg("strip", STRIP_WIDTH, 14, label).line("axis", 0, 7, STRIP_WIDTH, 7).line("radius", radius, 0, radius, 14)
				.line("span", distances.quantile(0.1) * scale, 7, distances.quantile(0.9) * scale, 7)
				.dot("middle", distances.quantile(0.5) * scale, 7, 3.2).end();
	}

	/** A bar for a cell of a table. */
	public String cell(Proportion share, int engine) {
		return new Svg("cell", 100, 8, percent(share)).box("room", 0, 0, 100, 8)
				.box("engine-" + results.engines().get(engine), 0, 0, share.percent(), 8).end();
	}
}
