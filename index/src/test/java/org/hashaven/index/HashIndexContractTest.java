package org.hashaven.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.hamming.ExactSearchContract;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the whole index. */
class HashIndexContractTest {

	abstract static class IndexContract extends ExactSearchContract {

		@TempDir
		private Path folder;

		private int opened;

		boolean compacts;
		boolean reopens;

		@Override
		protected boolean withdraws() {
			return true;
		}

		@Override
		protected Subject open(HashPopulation population, BitSet withdrawn) throws IOException {
			Path indexFolder = folder.resolve("" + opened++);
			HashIndex index = HashIndex.create(indexFolder);
			List<HashRecord> batch = new ArrayList<>();
			for (int row = 0; row < population.size(); row++) {
				batch.add(HashRecord.ofPhoto(Hashes.of(population, row), 100).withIdAndBank("" + row, Bank.DEFAULT.name()));
				if (batch.size() == 1_500) {
					index.add(Bank.DEFAULT.name(), batch);
					batch.clear();
				}
			}
			index.add(Bank.DEFAULT.name(), batch);
			index.withdraw(withdrawn.stream().mapToObj(row -> "" + row).toList());
			if (compacts) {
				index.compact();
			}
			if (reopens) {
				index.close();
				index = HashIndex.openReadOnly(indexFolder);
			}
			return new IndexSubject(index, population.size());
		}
	}

	private record IndexSubject(HashIndex index, int size) implements ExactSearchContract.Subject {

		@Override
		public IntStream search(long[] query, int radius) throws IOException {
			MatchOptions options = MatchOptions.DEFAULT.withRadius(radius).withResultCap(size + 1);
			return index.match(Hashes.of(query), options).matches().stream()
					.mapToInt(match -> Integer.parseInt(match.id()) * 1_000 + match.distanceBits());
		}

		@Override
		public void close() throws IOException {
			index.close();
		}
	}

	@Nested
	class AsWritten extends IndexContract {
	}

	@Nested
	class Compacted extends IndexContract {
		{
			compacts = true;
		}
	}

	@Nested
	class OpenedAgainForReading extends IndexContract {
		{
			reopens = true;
		}
	}
}
