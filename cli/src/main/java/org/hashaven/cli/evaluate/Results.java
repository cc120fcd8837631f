package org.hashaven.cli.evaluate;

import java.util.List;
import org.hashaven.samples.distortions.Family;

/**
 * What an evaluation found: figures only, nothing that names, shows or hashes a photograph.
 *
 * @param settings
 *            what was asked for
 * @param photos
 *            how many photographs were listed
 * @param distorted
 *            how many of them were distorted
 * @param leftOut
 *            how many files could not be used, were too small or too plain, or look like another one
 * @param engines
 *            the words of the engines, in the order of all lists below
 * @param rows
 *            one for each trial
 * @param lookups
 *            how many uploads each engine looked up in all
 * @param falsePhotos
 *            of each engine: how often an upload was taken for another photograph of the folder
 * @param falseStrangers
 *            of each engine: how often an upload was taken for a generated picture
 * @param others
 *            distances of every distorted photograph's plain hash to the hashes of all other photographs
 * @param costs
 *            of each engine: lookups among the generated pictures alone, which find nothing; on one thread, after decoding
 * @param views
 *            of each engine: the mean number of hashes looked up then
 */
public record Results(Settings settings, int photos, int distorted, int leftOut, List<String> engines, List<Row> rows, long lookups,
		List<Long> falsePhotos, List<Long> falseStrangers, Histogram others, List<LatencySamples> costs, List<Double> views) {

	public Results {
		engines = List.copyOf(engines);
		rows = List.copyOf(rows);
		falsePhotos = List.copyOf(falsePhotos);
		falseStrangers = List.copyOf(falseStrangers);
		costs = List.copyOf(costs);
		views = List.copyOf(views);
	}

	/**
	 * What became of one trial.
	 *
	 * @param trial
	 *            what was done to the photographs
	 * @param found
	 *            of each engine: how many were found
	 * @param distances
	 *            of the plain hashes before and after
	 * @param plain
	 *            how many of the uploads have so little detail left that banks do not look them up, however near they are
	 */
	public record Row(Trial trial, List<Proportion> found, Histogram distances, Proportion plain) {

		public Row {
			found = List.copyOf(found);
		}
	}

	/** The families that have rows. */
	public List<Family> families() {
		return rows.stream().map(row -> row.trial().family()).distinct().toList();
	}

	/** The rows of a family. */
	public List<Row> rows(Family family) {
		return rows.stream().filter(row -> row.trial().family() == family).toList();
	}

	/** What an engine found of a family, fixed distortions or drawn ones. */
	public Proportion found(Family family, int engine, boolean drawn) {
		return rows(family).stream().filter(row -> row.trial().isDrawn() == drawn).map(row -> row.found().get(engine))
				.reduce(new Proportion(0, 0), Proportion::plus);
	}

	/** Distances of all distorted photographs' plain hashes to their own. */
	public Histogram own() {
		Histogram all = new Histogram();
		rows.forEach(row -> all.addAll(row.distances()));
		return all;
	}

	/** How many pairs of an upload and another photograph were compared. */
	public long pairs() {
		return lookups * Math.max(0, photos - 1);
	}

	/** How many pairs of an upload and a generated picture were compared, the timed lookups included. */
	public long strangerPairs() {
		int timed = costs.isEmpty() ? 0 : costs.getFirst().count();
		return (lookups + timed) * settings.strangers();
	}
}
