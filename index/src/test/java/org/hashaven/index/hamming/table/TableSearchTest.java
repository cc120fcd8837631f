package org.hashaven.index.hamming.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.hashaven.index.hamming.ExactSearchContract;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.hamming.rows.RangeHits;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.mmap.MappedFile;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search through tables where nothing lets it fall back on a scan, and the bytes of the tables. */
class TableSearchTest {

	/** The contract on tables alone, whatever they cost. */
	@Nested
	class Contract extends ExactSearchContract {

		@Override
		protected boolean withdraws() {
			return false;
		}

		@Override
		protected Subject open(HashPopulation population, BitSet withdrawn) throws IOException {
			Segment segment = population.size() == 0 ? null : Segment.of(population, SlotLayout.of(population.size()));
			return new Subject() {
				@Override
				public IntStream search(long[] query, int radius) {
					return segment == null ? IntStream.empty() : segment.search(query, radius, CostBudget.ANY);
				}

				@Override
				public void close() {
					// nothing to let go of
				}
			};
		}
	}

	/** Rows and tables, made as a segment's are. */
	private record Segment(Rows rows, Tables tables) {

		static Segment of(HashPopulation population, SlotLayout layout) throws IOException {
			MemorySegment bytes = Arena.ofAuto().allocate(32L * population.size(), 8);
			for (int row = 0; row < population.size(); row++) {
				MemorySegment.copy(population.hash(row), 0, bytes, MappedFile.LONG, 32L * row, 4);
			}
			Rows rows = new Rows(bytes, population.size());
			try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
				try (IndexOutput output = directory.createOutput("tables", IOContext.DEFAULT)) {
					SlotTableWriter.write(rows, layout, output);
				}
				try (IndexInput input = directory.openInput("tables", IOContext.DEFAULT)) {
					assertThat(input.length()).isEqualTo(layout.sizeBytes());
					return new Segment(rows, Tables.of(layout, MappedFile.part(input, 0, layout.sizeBytes())));
				}
			}
		}

		IntStream search(long[] query, int radius, CostBudget effort) {
			IntStream.Builder found = IntStream.builder();
			boolean done = TableSearch.search(rows, tables, query, radius, effort,
					(row, distanceBits) -> found.add(row * 1_000 + distanceBits),
					new SearchCounters());
			assertThat(done).isTrue();
			return found.build();
		}
	}

	@ParameterizedTest
	@EnumSource(HashPopulation.Kind.class)
	void findsTheSameWithBucketsOfEverySize(HashPopulation.Kind kind) throws IOException {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		HashPopulation population = HashPopulation.of(kind, 2_000, seed);
		for (int bucketBits : new int[]{1, 2, 5, 8, 11, 15, 16}) {
			Segment segment = Segment.of(population, new SlotLayout(population.size(), bucketBits));
			assertThat(segment.tables().divideAllRows()).isTrue();
			for (int radius : new int[]{0, 7, 15, 30, 31, 40}) {
				long[] query = HashPopulation.near(population.hash(random.nextInt(population.size())), random.nextInt(radius + 1), random);
				int[] expected = Arrays.stream(NaiveHamming.within(population, query, radius))
						.map(row -> row * 1_000 + NaiveHamming.distance(population.hash(row), query)).toArray();
				assertThat(segment.search(query, radius, CostBudget.ANY).sorted().toArray())
						.as("%s, bucket bits %d, radius %d, %s", kind, bucketBits, radius, Seeds.describe(seed)).isEqualTo(expected);
			}
		}
	}

	@Test
	void rowsBeyond65536ComeBackWhole() throws IOException {
		long seed = Seeds.next();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 200_000, seed);
		Segment segment = Segment.of(population, SlotLayout.of(population.size()));
		for (int row = 0; row < population.size(); row += 997) {
			assertThat(segment.search(population.hash(row), 31, CostBudget.ofScan(population.size()))).as(Seeds.describe(seed))
					.containsExactly(row * 1_000);
		}
	}

	@Test
	void bucketsThatHoldAllRowsAreReadInParts() throws IOException {
		long seed = Seeds.next();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.CONSTANT_BITS, 150_000, seed);
		Segment segment = Segment.of(population, SlotLayout.of(population.size()));
		for (int row : new int[]{0, 40_000, 149_999}) {
			long[] query = population.hash(row);
			int[] expected = Arrays.stream(NaiveHamming.within(population, query, 12))
					.map(found -> found * 1_000 + NaiveHamming.distance(population.hash(found), query)).toArray();
			assertThat(segment.search(query, 12, CostBudget.ANY).sorted().toArray()).as(Seeds.describe(seed)).isEqualTo(expected);
		}
	}

	@Test
	void aSearchThatVerifiesTooMuchGivesUpAndNotesNothing() throws IOException {
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.DUPLICATES, 2_000, 5);
		Segment segment = Segment.of(population, SlotLayout.of(population.size()));
		for (CostBudget effort : new CostBudget[]{new CostBudget(Double.MAX_VALUE, 10), new CostBudget(1, Long.MAX_VALUE)}) {
			RangeHits hits = new RangeHits();
			assertThat(TableSearch.search(segment.rows(), segment.tables(), population.hash(700), 31, effort, hits, new SearchCounters()))
					.isFalse();
			assertThat(hits.size()).isZero();
		}
	}

	@Test
	void theBytesAreWhatTheSpecificationSays() throws IOException {
		long seed = Seeds.next();
		int rows = 70_000; // so that upper bits of rows are needed
		int bucketBits = 9;
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.CLUSTERED, rows, seed);
		SlotLayout layout = new SlotLayout(rows, bucketBits);
		Segment segment = Segment.of(population, layout);
		assertThat(layout.highValues()).isEqualTo(2);
		assertThat(layout.directoryOffset(1)).isEqualTo((4 * 513 + 63) / 64 * 64 + (2 * rows + 8 + 63) / 64 * 64
				+ (2 * rows + 63) / 64 * 64 + ((rows + 512 * 2) / 64 * 8 + 8 + 63) / 64 * 64);
		for (int slot = 0; slot < 16; slot++) {
			int next = (slot + 1) % 16;
			int of = slot;
			int[] order = IntStream.range(0, rows).boxed().sorted((a, b) -> bits(population, a, of) / 128 != bits(population, b, of) / 128
					? bits(population, a, of) - bits(population, b, of)
					: a - b).mapToInt(Integer::intValue).toArray();
			SlotTable.Cursor cursor = segment.tables().slot(slot).new Cursor();
			for (int position = 0; position < rows; position += 61) {
				int bucket = bits(population, order[position], slot) >>> 7;
				int start = segment.tables().slot(slot).start(bucket);
				assertThat(start).isLessThanOrEqualTo(position);
				assertThat(segment.tables().slot(slot).start(bucket + 1)).isGreaterThan(position);
				assertThat(cursor.row(bucket, start, position)).as("slot %d, position %d, %s", slot, position, Seeds.describe(seed))
						.isEqualTo(order[position]);
				long sketch = segment.tables().slot(slot).sketch(position);
				assertThat(segment.tables().memory().get(MappedFile.SHORT, sketch) & 0xFFFF)
						.isEqualTo(bits(population, order[position], next));
			}
		}
	}

	private static int bits(HashPopulation population, int row, int slot) {
		return (int) (population.column(slot / 4)[row] >>> (16 * (slot % 4))) & 0xFFFF;
	}
}
