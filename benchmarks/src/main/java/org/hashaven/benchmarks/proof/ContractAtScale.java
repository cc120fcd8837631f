package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Exactly what the oracle finds, at every radius 0..64: every kind of population, from one record to many, in every state that an index
 * comes into, through {@link org.hashaven.index.HashIndex} and through a Lucene index of somebody else's.
 *
 * <pre>
 * ContractAtScale [largest [rows asked an index [seed]]]          100000 300000
 * </pre>
 */
public final class ContractAtScale {

	private static final int[] SIZES = {1, 2, 17, 255, 1_000, 4_097, 20_000, 65_537, 100_000};
	private static final int MIN_QUERIES = 4;
	private static final int MAX_QUERIES = 16;

	private final int rowsAsked;
	private final SplittableRandom random;
	private long pairs;
	private long answers;
	private long matches;

	/**
	 * @param rowsAsked
	 *            about how many rows to compare in each state, which sets the number of queries
	 */
	ContractAtScale(int rowsAsked, long seed) {
		this.rowsAsked = rowsAsked;
		this.random = new SplittableRandom(seed);
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		Arguments arguments = new Arguments(args);
		int largest = arguments.next(100_000);
		int rowsAsked = arguments.next(300_000);
		ContractAtScale all = new ContractAtScale(rowsAsked, arguments.seed());
		for (HashPopulation.Kind kind : HashPopulation.Kind.values()) {
			for (int size : IntStream.of(SIZES).filter(size -> size <= largest).toArray()) {
				all.check(kind, size);
			}
			System.out.println(kind + ": " + all.summary());
		}
	}

	/** One population through both lives. */
	void check(HashPopulation.Kind kind, int size) throws IOException {
		HashPopulation population = HashPopulation.of(kind, size, random.nextLong());
		Rows rows = Rows.of(population);
		int queries = Math.clamp(rowsAsked / size, MIN_QUERIES, MAX_QUERIES);
		AnswerVerifier asker = new AnswerVerifier(kind + ", " + size + " rows", population, rows, queries, random.split());
		try (Scratch scratch = new Scratch("contract")) {
			new IndexLife(scratch.resolve("index"), rows, asker, random.split()).live();
			rows.live().set(0, size);
			new LuceneLife(scratch.resolve("lucene"), rows, asker, random.split()).live();
		}
		pairs += asker.pairs();
		answers += asker.answers();
		matches += asker.matches();
	}

	String summary() {
		return "%,d pairs of query and record, %,d answers with %,d matches equal to the oracle's".formatted(pairs, answers, matches);
	}
}
