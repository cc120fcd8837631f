package org.hashaven.index.hamming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Lucene alone, in every shape that a segment can take. */
class HammingQueryContractTest {

	abstract static class LuceneContract extends ExactSearchContract {

		@TempDir
		private Path folder;

		private int opened;

		boolean withdraws;
		boolean manySegments;
		boolean sparse;
		boolean sorted;
		boolean merged;
		boolean onHeap;
		Codec codec = new HashCodec();

		@Override
		protected boolean withdraws() {
			return withdraws;
		}

		@Override
		protected Subject open(HashPopulation population, BitSet withdrawn) throws IOException {
			Directory directory = onHeap ? new ByteBuffersDirectory() : new Unsynced(new MMapDirectory(folder.resolve("" + opened++)));
			IndexWriterConfig config = config().setUseCompoundFile(opened % 2 == 0);
			if (manySegments) {
				config.setMaxBufferedDocs(Math.max(2, population.size() / 10)).setMergePolicy(NoMergePolicy.INSTANCE);
			}
			try (IndexWriter writer = new IndexWriter(directory, config)) {
				for (int row = 0; row < population.size(); row++) {
					Document document = new Document();
					document.add(new KnnByteVectorField("hash", Hashes.of(population, row).toBytes()));
					document.add(new NumericDocValuesField("row", row));
					document.add(new StringField("id", "" + row, Field.Store.NO));
					writer.addDocument(document);
					if (sparse && row % 3 != 0) {
						Document without = new Document();
						without.add(new NumericDocValuesField("row", row));
						writer.addDocument(without);
					}
				}
				if (merged) {
					writer.commit(); // so that something is there to merge even in a small population
				}
				for (int row = withdrawn.nextSetBit(0); row >= 0; row = withdrawn.nextSetBit(row + 1)) {
					writer.deleteDocuments(new Term("id", "" + row));
				}
			}
			if (merged) {
				try (IndexWriter writer = new IndexWriter(directory, config())) {
					writer.forceMerge(1);
				}
			}
			return new LuceneSubject(directory, population.size());
		}

		private IndexWriterConfig config() {
			IndexWriterConfig config = new IndexWriterConfig().setCodec(codec);
			return sorted ? config.setIndexSort(new Sort(new SortField("row", SortField.Type.LONG, true))) : config;
		}
	}

	/** A directory whose files need not survive this test. */
	private static final class Unsynced extends FilterDirectory {

		Unsynced(Directory directory) {
			super(directory);
		}

		@Override
		public void sync(Collection<String> names) {
		}

		@Override
		public void syncMetaData() {
		}
	}

	private static final class LuceneSubject implements ExactSearchContract.Subject {

		private final Directory directory;
		private final DirectoryReader reader;
		private final IndexSearcher searcher;
		private final int size;

		LuceneSubject(Directory directory, int size) throws IOException {
			this.directory = directory;
			this.reader = DirectoryReader.open(directory);
			this.searcher = new IndexSearcher(reader);
			this.size = size;
		}

		@Override
		public IntStream search(long[] query, int radius) throws IOException {
			TopDocs found = searcher.search(new HammingQuery("hash", Hashes.of(query), radius), size + 1);
			return IntStream.range(0, found.scoreDocs.length).map(i -> packed(found.scoreDocs[i]));
		}

		private int packed(ScoreDoc hit) {
			for (LeafReaderContext segment : reader.leaves()) {
				int document = hit.doc - segment.docBase;
				if (document >= 0 && document < segment.reader().maxDoc()) {
					try {
						NumericDocValues rows = segment.reader().getNumericDocValues("row");
						rows.advance(document);
						return (int) rows.longValue() * 1_000 + HammingQuery.distanceBits(hit.score);
					} catch (IOException e) {
						throw new UncheckedIOException(e);
					}
				}
			}
			throw new AssertionError("a hit outside all segments");
		}

		@Override
		public void close() throws IOException {
			reader.close();
			directory.close();
		}
	}

	@Nested
	class OneSegment extends LuceneContract {
	}

	@Nested
	class ManySegmentsWithDeletions extends LuceneContract {
		{
			withdraws = true;
			manySegments = true;
		}
	}

	@Nested
	class MergedAfterDeletions extends LuceneContract {
		{
			withdraws = true;
			manySegments = true;
			merged = true;
		}
	}

	@Nested
	class DocumentsWithoutHash extends LuceneContract {
		{
			withdraws = true;
			sparse = true;
		}
	}

	@Nested
	class DocumentsWithoutHashMerged extends LuceneContract {
		{
			withdraws = true;
			sparse = true;
			manySegments = true;
			merged = true;
		}
	}

	@Nested
	class SortedAndMerged extends LuceneContract {
		{
			withdraws = true;
			sparse = true;
			sorted = true;
			manySegments = true;
			merged = true;
		}
	}

	@Nested
	class NotMapped extends LuceneContract {
		{
			sparse = true;
			onHeap = true;
		}
	}

	abstract static class TablesContract extends LuceneContract {
		{
			codec = new HashCodec(new HammingVectorsFormat(1));
		}
	}

	@Nested
	class Tables extends TablesContract {
	}

	@Nested
	class TablesInManySegmentsWithDeletions extends TablesContract {
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
	class TablesSortedAndMerged extends TablesContract {
		{
			withdraws = true;
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

	@Nested
	class AnotherFormat extends LuceneContract {
		{
			withdraws = true;
			sparse = true;
			codec = new Lucene104Codec();
		}
	}
}
