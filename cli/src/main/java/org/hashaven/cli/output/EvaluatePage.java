package org.hashaven.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hashaven.cli.evaluate.LatencySamples;
import org.hashaven.cli.evaluate.Proportion;
import org.hashaven.cli.evaluate.Results;
import org.hashaven.cli.evaluate.Settings;
import org.hashaven.cli.session.Version;
import org.hashaven.cli.text.Messages;
import org.hashaven.samples.distortions.Family;

/**
 * An evaluation as one page that needs nothing else: no script, no file from elsewhere; light and dark, to be read and to be printed. In it
 * are figures only: no picture, no name, no hash.
 */
public final class EvaluatePage {

	private final Results results;
	private final Messages texts;
	private final EvaluateCharts charts;
	private final StringBuilder page = new StringBuilder();

	public EvaluatePage(Results results, Messages texts) {
		this.results = results;
		this.texts = texts;
		this.charts = new EvaluateCharts(results, texts);
	}

	/** The page. */
	public String html() {
		page.append("<!DOCTYPE html>\n<html lang=\"").append(texts.language().code()).append("\">\n<head>\n<meta charset=\"utf-8\">\n")
				.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
				.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
				.append("<title>").append(text("evaluate.title")).append("</title>\n<style>\n").append(styleSheet())
				.append("</style>\n</head>\n<body>\n<main>\n");
		element("h1", text("evaluate.title"));
		element("p", text("evaluate.summary", number(results.photos()), number(results.leftOut()), number(results.lookups()),
				number(results.settings().strangers()), results.settings().seed()));
		tiles();
		families();
		falseMatches();
		distances();
		costs();
		distortions();
		method();
		page.append("</main>\n</body>\n</html>");
		return page.toString();
	}

	private static String styleSheet() {
		try (InputStream in = EvaluatePage.class.getResourceAsStream("evaluate.css")) {
			if (in == null) {
				throw new IllegalStateException("missing resource evaluate.css");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void tiles() {
		page.append("<div class=\"tiles\">\n");
		for (int i = 0; i < results.engines().size(); i++) {
			int engine = i;
			Proportion fixed = results.families().stream().map(family -> results.found(family, engine, false)).reduce(new Proportion(0, 0),
					this::sum);
			Proportion drawn = results.families().stream().map(family -> results.found(family, engine, true)).reduce(new Proportion(0, 0),
					this::sum);
			page.append("<section class=\"tile\"><h3><span class=\"key engine-").append(results.engines().get(i)).append("\"></span>")
					.append(engine(i))
					.append("</h3><dl>");
			fact("evaluate.tile.fixed", EvaluateCharts.percent(fixed));
			fact("evaluate.tile.drawn", EvaluateCharts.percent(drawn));
			fact("evaluate.tile.false", number(results.falsePhotos().get(i) + results.falseStrangers().get(i)));
			fact("evaluate.tile.cost", EvaluateText.milliseconds(results.costs().get(i).quantileMs(0.5)) + " ms");
			page.append("</dl></section>\n");
		}
		page.append("</div>\n");
	}

	private Proportion sum(Proportion one, Proportion other) {
		return new Proportion(one.part() + other.part(), one.whole() + other.whole());
	}

	private void fact(String key, String value) {
		page.append("<div><dt>").append(text(key)).append("</dt><dd>").append(value).append("</dd></div>");
	}

	private void families() {
		element("h2", text("evaluate.families"));
		element("p", text("evaluate.families.meaning"));
		page.append("<p class=\"legend\">");
		for (int i = 0; i < results.engines().size(); i++) {
			page.append("<span class=\"key engine-").append(results.engines().get(i)).append("\"></span>").append(engine(i)).append(", ")
					.append(text("evaluate.fixed")).append(" <span class=\"key drawn engine-").append(results.engines().get(i))
					.append("\"></span>")
					.append(text("evaluate.drawn")).append(' ');
		}
		page.append("</p>\n").append(charts.families()).append('\n');
	}

	private void falseMatches() {
		element("h2", text("evaluate.false"));
		page.append("<table><thead><tr><th></th><th>").append(text("evaluate.false.column.photos")).append("</th><th>")
				.append(text("evaluate.false.column.strangers")).append("</th></tr></thead><tbody>\n");
		for (int i = 0; i < results.engines().size(); i++) {
			page.append("<tr><th>").append(engine(i)).append("</th><td>")
					.append(text("evaluate.of", number(results.falsePhotos().get(i)), number(results.pairs()))).append("</td><td>")
					.append(text("evaluate.of", number(results.falseStrangers().get(i)), number(results.strangerPairs())))
					.append("</td></tr>\n");
		}
		page.append("</tbody></table>\n");
		element("p", text("evaluate.false.meaning"));
	}

	private void distances() {
		element("h2", text("evaluate.distances"));
		page.append("<p class=\"legend\"><span class=\"key own\"></span>").append(text("evaluate.own"))
				.append(" <span class=\"key others\"></span>").append(text("evaluate.others")).append("</p>\n").append(charts.distances())
				.append('\n');
		element("p", text("evaluate.distances.meaning") + " " + Svg.escape(EvaluateText.nearest(results.others(), texts)));
	}

	private void costs() {
		element("h2", text("evaluate.cost"));
		page.append("<table><thead><tr><th></th><th>").append(text("evaluate.cost.median")).append("</th><th>p90</th><th>p99</th><th>")
				.append(text("evaluate.cost.views")).append("</th><th>").append(text("evaluate.cost.count"))
				.append("</th></tr></thead><tbody>\n");
		for (int i = 0; i < results.engines().size(); i++) {
			LatencySamples costs = results.costs().get(i);
			page.append("<tr><th>").append(engine(i)).append("</th>");
			for (double part : new double[]{0.5, 0.9, 0.99}) {
				page.append("<td>").append(EvaluateText.milliseconds(costs.quantileMs(part))).append(" ms</td>");
			}
			page.append("<td>").append(String.format(Locale.ROOT, "%.1f", results.views().get(i))).append("</td><td>").append(costs.count())
					.append("</td></tr>\n");
		}
		page.append("</tbody></table>\n");
		element("p", text("evaluate.cost.meaning"));
	}

	private void distortions() {
		element("h2", text("evaluate.distortions"));
		element("p", text("evaluate.distortions.meaning") + " " + text("evaluate.plain.meaning"));
		page.append("<table class=\"wide\"><thead><tr><th></th>");
		for (int i = 0; i < results.engines().size(); i++) {
			page.append("<th colspan=\"3\">").append(engine(i)).append("</th>");
		}
		page.append("<th colspan=\"2\">").append(text("evaluate.distance")).append("</th><th>").append(text("evaluate.plain.column"))
				.append("</th></tr></thead>\n");
		for (Family family : results.families()) {
			page.append("<tbody><tr class=\"family\"><th colspan=\"").append(4 + 3 * results.engines().size()).append("\">")
					.append(family.word()).append(" <small>").append(text("evaluate.family." + family.word()))
					.append("</small></th></tr>\n");
			results.rows(family).forEach(this::row);
			page.append("</tbody>\n");
		}
		page.append("</table>\n");
	}

	private void row(Results.Row row) {
		boolean drawn = row.trial().isDrawn();
		page.append(drawn ? "<tr class=\"drawn\"><th>" : "<tr><th>").append(drawn ? text("evaluate.drawn") : row.trial().name())
				.append("</th>");
		for (int i = 0; i < row.found().size(); i++) {
			Proportion share = row.found().get(i);
			page.append("<td class=\"bar\">").append(charts.cell(share, i)).append("</td><td>").append(EvaluateCharts.percent(share))
					.append("</td><td class=\"faint\">")
					.append(String.format(Locale.ROOT, "%.0f..%.0f", share.leastPercent(), share.mostPercent())).append("</td>");
		}
		page.append("<td class=\"bar\">").append(charts.strip(row.distances())).append("</td><td>")
				.append(row.distances().quantile(0.5)).append("</td><td class=\"faint\">")
				.append(row.plain().part() > 0 ? EvaluateCharts.percent(row.plain()) : "").append("</td></tr>\n");
	}

	private void method() {
		Settings settings = results.settings();
		element("h2", text("evaluate.method"));
		element("p", text("evaluate.method.text", number(results.distorted()), settings.drawn(), number(settings.strangers()),
				settings.seed(), Version.number()));
		element("p", text("evaluate.method.limits"));
		element("p", text("evaluate.method.privacy"));
	}

	private void element(String name, String html) {
		page.append('<').append(name).append('>').append(html).append("</").append(name).append(">\n");
	}

	private String engine(int i) {
		return text("evaluate.engine." + results.engines().get(i));
	}

	private String text(String key, Object... arguments) {
		return Svg.escape(texts.get(key, arguments));
	}

	private static String number(long number) {
		return EvaluateText.number(number);
	}
}
