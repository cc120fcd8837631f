package org.hashaven.index.regioncode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.index.regioncode.NaiveRegionSearch.Hit;
import org.hashaven.index.regioncode.NaiveRegionSearch.Photo;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search finds what the naive one finds, in every shape that a segment can take. */
class RegionSearchContractTest {

	abstract static class Contract {

		private static final int QUERIES = 60;

		@TempDir
		private Path folder;

		private final long seed = Seeds.next();

		boolean tables;
		boolean withdraws;
		boolean manySegments;
		boolean sparse;
		boolean sorted;
		boolean merged;
		boolean onHeap;

		@ParameterizedTest
		@ValueSource(ints = {0, 1, 40, 700})
		void search_anyPopulation_equalsNaiveSearch(int size) throws IOException {
			RegionPhotos photos = new RegionPhotos(size, seed);
			List<RegionQuery> queries = photos.queries(QUERIES);
			RegionWorkspace workspace = new RegionWorkspace();
			BitSet live = live(size);
			BitSet seen = new BitSet();
			int hits = 0;
			try (Directory directory = onHeap ? new ByteBuffersDirectory() : new MMapDirectory(folder)) {
				write(directory, photos, live);
				try (DirectoryReader reader = DirectoryReader.open(directory)) {
					for (LeafReaderContext segment : reader.leaves()) {
						List<Hit> expected = new NaiveRegionSearch(photosOf(segment.reader(), photos, seen), tables).search(queries);
						WorkBudget budget = new WorkBudget(Long.MAX_VALUE);
						List<Hit> found = new ArrayList<>();
						RegionSearcher.search(segment.reader(), RegionPhotos.FIELD, queries,
								(query, photo, document, region, place, distance) -> found
										.add(new Hit(query, photo, document, region, place, distance)),
								budget, workspace);
						assertThat(found).as(Seeds.describe(seed)).isEqualTo(expected);
						assertThat(budget.isExhausted()).isFalse();
						hits += found.size();
					}
					if (merged) {
						assertThat(reader.leaves()).hasSizeLessThanOrEqualTo(1);
						assertThat(seen).as(Seeds.describe(seed)).isEqualTo(live);
					}
				}
			}
			assertThat(hits).as(Seeds.describe(seed)).isGreaterThanOrEqualTo(size / 2); // the comparison was of something
		}

		private BitSet live(int size) {
			BitSet live = new BitSet();
			SplittableRandom random = new SplittableRandom(seed);
			IntStream.range(0, size).filter(photo -> !withdraws || random.nextInt(3) > 0).forEach(live::set);
			return live;
		}

		private void write(Directory directory, RegionPhotos photos, BitSet live) throws IOException {
			IndexWriterConfig config = config();
			if (manySegments) {
				config.setMaxBufferedDocs(Math.max(2, photos.size() / 6)).setMergePolicy(NoMergePolicy.INSTANCE);
			}
			try (IndexWriter writer = new IndexWriter(directory, config)) {
				for (int photo = 0; photo < photos.size(); photo++) {
					writer.addDocument(photos.document(photo));
					if (sparse && photo % 3 != 0) {
						writer.addDocument(RegionPhotos.otherDocument(photo));
					}
				}
				writer.commit(); // so that there is something to merge even in a small population
				for (int photo = live.nextClearBit(0); photo < photos.size(); photo = live.nextClearBit(photo + 1)) {
					writer.deleteDocuments(new Term("id", "" + photo));
				}
			}
			if (merged) {
				try (IndexWriter writer = new IndexWriter(directory, config())) {
					writer.forceMerge(1);
				}
			}
		}

		private IndexWriterConfig config() {
			IndexWriterConfig config = new IndexWriterConfig().setCodec(RegionPhotos.codec(tables ? 1 : Integer.MAX_VALUE));
			return sorted
					? config.setIndexSort(new Sort(new SortField(RegionPhotos.NUMBER, SortField.Type.LONG, true)))
					: config;
		}

		/** The photos of a segment; their vectors are those that were added. */
		private List<Photo> photosOf(LeafReader segment, RegionPhotos photos, BitSet seen) throws IOException {
			ByteVectorValues values = segment.getByteVectorValues(RegionPhotos.FIELD);
			List<Photo> found = new ArrayList<>();
			if (values == null) {
				return found;
			}
			NumericDocValues numbers = segment.getNumericDocValues(RegionPhotos.NUMBER);
			for (int ordinal = 0; ordinal < values.size(); ordinal++) {
				int document = values.ordToDoc(ordinal);
				assertThat(numbers.advance(document)).isEqualTo(document);
				byte[] added = photos.vector((int) numbers.longValue());
				assertThat(values.vectorValue(ordinal)).as(Seeds.describe(seed)).isEqualTo(added);
				seen.set((int) numbers.longValue());
				found.add(new Photo(document, added));
			}
			return found;
		}
	}

	@Nested
	class Scan extends Contract {
	}

	@Nested
	class ScanOfManySegmentsWithDeletions extends Contract {
		{
			withdraws = true;
			manySegments = true;
			sparse = true;
		}
	}

	@Nested
	class ScanMergedAndSorted extends Contract {
		{
			withdraws = true;
			manySegments = true;
			sorted = true;
			merged = true;
		}
	}

	abstract static class TablesContract extends Contract {
		{
			tables = true;
		}
	}

	@Nested
	class Tables extends TablesContract {
	}

	@Nested
	class TablesOfManySegmentsWithDeletions extends TablesContract {
		{
			withdraws = true;
			manySegments = true;
		}
	}

	@Nested
	class TablesMergedFromSparseSegments extends TablesContract {
		{
			withdraws = true;
			sparse = true;
			manySegments = true;
			merged = true;
		}
	}

	@Nested
	class TablesMergedAndSorted extends TablesContract {
		{
			withdraws = true;
			sparse = true;
			sorted = true;
			manySegments = true;
			merged = true;
		}
	}

	@Nested
	class TablesNotMapped extends TablesContract {
		{
			sparse = true;
			onHeap = true;
		}
	}
}
