package org.hashaven.cli.output;

import java.util.Locale;
import org.hashaven.cli.evaluate.Histogram;
import org.hashaven.cli.evaluate.Proportion;
import org.hashaven.cli.evaluate.Results;
import org.hashaven.cli.session.Console;
import org.hashaven.hash.Hash256;

/**
 * An evaluation as CSV, one figure a line.
 *
 * <pre>
 *   found            so many (value) of so many uploads (of), for each distortion; drawn ones have none, only a family
 *   too-plain        so many of the uploads have too little detail left for banks to look them up
 *   distance-p10, -p50, -p90   of the plain hashes before and after, for each distortion; of so many
 *   false-photos, false-strangers   uploads taken for something else; of so many pairs
 *   cost-p50-ms, cost-p90-ms, cost-p99-ms   of a lookup that finds nothing; of so many
 *   views            hashes looked up for it, on average
 *   own, others      how often (value) this distance (bits) came up, to the photograph itself and to others
 * </pre>
 */
public final class EvaluateCsv {

	private static final double[] QUANTILES = {0.1, 0.5, 0.9};
	private static final double[] COST_QUANTILES = {0.5, 0.9, 0.99};

	private final Console console;

	private EvaluateCsv(Console console) {
		this.console = console;
	}

	public static void print(Results results, Console console) {
		EvaluateCsv csv = new EvaluateCsv(console);
		console.line("measure,family,distortion,engine,bits,value,of");
		for (Results.Row row : results.rows()) {
			csv.row(row, results);
		}
		for (int i = 0; i < results.engines().size(); i++) {
			csv.engine(i, results);
		}
		csv.histogram("own", results.own());
		csv.histogram("others", results.others());
	}

	private void row(Results.Row row, Results results) {
		String family = row.trial().family().word();
		String distortion = row.trial().isDrawn() ? "" : row.trial().name();
		for (int i = 0; i < results.engines().size(); i++) {
			Proportion share = row.found().get(i);
			line("found", family, distortion, results.engines().get(i), "", Long.toString(share.part()), share.whole());
		}
		line("too-plain", family, distortion, "", "", Long.toString(row.plain().part()), row.plain().whole());
		for (double part : QUANTILES) {
			line("distance-p" + Math.round(100 * part), family, distortion, "", "", Integer.toString(row.distances().quantile(part)),
					row.distances().total());
		}
	}

	private void engine(int i, Results results) {
		String engine = results.engines().get(i);
		line("false-photos", "", "", engine, "", Long.toString(results.falsePhotos().get(i)), results.pairs());
		line("false-strangers", "", "", engine, "", Long.toString(results.falseStrangers().get(i)), results.strangerPairs());
		for (double part : COST_QUANTILES) {
			line("cost-p" + Math.round(100 * part) + "-ms", "", "", engine, "",
					String.format(Locale.ROOT, "%.4f", results.costs().get(i).quantileMs(part)), results.costs().get(i).count());
		}
		line("views", "", "", engine, "", String.format(Locale.ROOT, "%.2f", results.views().get(i)), results.costs().get(i).count());
	}

	private void histogram(String measure, Histogram histogram) {
		for (int bits = 0; bits <= Hash256.BITS; bits++) {
			if (histogram.count(bits) > 0) {
				line(measure, "", "", "", Integer.toString(bits), Long.toString(histogram.count(bits)), histogram.total());
			}
		}
	}

	private void line(String measure, String family, String distortion, String engine, String bits, String value, long of) {
		console.line(String.join(",", measure, family, distortion, engine, bits, value, Long.toString(of)));
	}
}
