package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.index.Bank;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.HashCodec;

/** A Lucene index of somebody else's, with our codec and among its documents some that have no hash, asked with {@link HammingQuery}. */
final class LuceneLife {

	private static final int SEGMENTS = 6;
	private static final int FLAG_EACH = 3;

	private final Path folder;
	private final Rows rows;
	private final AnswerVerifier asker;
	private final SplittableRandom random;

	LuceneLife(Path folder, Rows rows, AnswerVerifier asker, SplittableRandom random) {
		this.folder = folder;
		this.rows = rows;
		this.asker = asker;
		this.random = random;
	}

	void live() throws IOException {
		try (Directory directory = new MMapDirectory(folder)) {
			IndexWriterConfig inSegments = config().setMaxBufferedDocs(Math.max(2, rows.size() / SEGMENTS))
					.setMergePolicy(NoMergePolicy.INSTANCE);
			try (IndexWriter writer = new IndexWriter(directory, inSegments)) {
				write(writer);
				writer.commit();
				ask("Lucene, many segments", directory);
				delete(writer);
			}
			ask("Lucene, after deletions", directory);
			try (IndexWriter writer = new IndexWriter(directory, config())) {
				writer.forceMerge(1);
			}
			ask("Lucene, merged", directory);
		}
	}

	private static IndexWriterConfig config() {
		return new IndexWriterConfig().setCodec(new HashCodec());
	}

	private void write(IndexWriter writer) throws IOException {
		for (int row = 0; row < rows.size(); row++) {
			Document document = new Document();
			document.add(new KnnByteVectorField("hash", Queries.of(rows.hash(row)).toBytes()));
			document.add(new NumericDocValuesField("row", row));
			document.add(new StringField("row", Integer.toString(row), Field.Store.NO));
			document.add(new StringField("flag", flag(row) ? "yes" : "no", Field.Store.NO));
			writer.addDocument(document);
			if (random.nextInt(10) == 0) {
				writer.addDocument(new Document());
			}
		}
	}

	private static boolean flag(int row) {
		return row % FLAG_EACH == 0;
	}

	private void delete(IndexWriter writer) throws IOException {
		for (int row = 0; row < rows.size(); row++) {
			if (random.nextInt(3) == 0) {
				rows.live().clear(row);
				writer.deleteDocuments(new Term("row", Integer.toString(row)));
			}
		}
	}

	private void ask(String state, Directory directory) throws IOException {
		try (DirectoryReader reader = DirectoryReader.open(directory)) {
			IndexSearcher searcher = new IndexSearcher(reader);
			asker.ask(state, (query, radius) -> search(searcher, new HammingQuery("hash", Queries.of(query), radius)));
			askFiltered(searcher);
		}
	}

	/** Beside a filter. */
	private void askFiltered(IndexSearcher searcher) throws IOException {
		BitSet live = (BitSet) rows.live().clone();
		IntStream.range(0, rows.size()).filter(row -> !flag(row)).forEach(rows.live()::clear);
		TermQuery filter = new TermQuery(new Term("flag", "yes"));
		for (long[] query : asker.queries()) {
			int radius = random.nextInt(Bank.MAX_RADIUS + 1);
			HammingQuery within = new HammingQuery("hash", Queries.of(query), radius);
			Query both = new BooleanQuery.Builder().add(within, Occur.MUST).add(filter, Occur.FILTER).build();
			Answers.require(Arrays.equals(search(searcher, both), rows.expected(query, radius)), "beside a filter, radius " + radius);
		}
		rows.live().clear();
		rows.live().or(live);
	}

	private long[] search(IndexSearcher searcher, Query query) throws IOException {
		TopDocs found = searcher.search(query, rows.size() + 1);
		return Arrays.stream(found.scoreDocs).mapToLong(hit -> packed(searcher, hit)).sorted().toArray();
	}

	private static long packed(IndexSearcher searcher, ScoreDoc hit) {
		try {
			LeafReaderContext segment = searcher.getLeafContexts().get(ReaderUtil.subIndex(hit.doc, searcher.getLeafContexts()));
			NumericDocValues numbers = segment.reader().getNumericDocValues("row");
			Answers.require(numbers.advanceExact(hit.doc - segment.docBase), "a document without a hash was found");
			return Rows.packed((int) numbers.longValue(), HammingQuery.distanceBits(hit.score));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
