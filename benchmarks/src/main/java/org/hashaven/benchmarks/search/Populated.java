package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.testdata.hashes.HashPopulation;

/** An index filled with a population, durable batch by batch. */
final class Populated {

	private Populated() {
	}

	/**
	 * Adds every hash, in the order of the rows.
	 *
	 * @param told
	 *            takes the ids of each batch
	 */
	static void fill(HashIndex index, HashPopulation population, int batchSize, Consumer<List<String>> told) throws IOException {
		List<HashRecord> batch = new ArrayList<>(batchSize);
		for (int row = 0; row < population.size(); row++) {
			batch.add(HashRecord.ofPhoto(Queries.of(population.hash(row)), Quality.MAX));
			if (batch.size() == batchSize || row == population.size() - 1) {
				told.accept(index.add(Bank.DEFAULT.name(), batch));
				batch.clear();
			}
		}
	}
}
