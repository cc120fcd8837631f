package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hashaven.hash.Hash256;

/**
 * Lucene's own approximate graph (HNSW) with Hamming distance, one segment: the {@value #NEIGHBOURS} nearest, of which those within the
 * radius count.
 */
final class HnswRival implements Rival {

	private static final String HASH = "hash";
	private static final String ROW = "row";
	private static final int NEIGHBOURS = 100;
	private static final double BUFFER_MB = 1_900; // all in one segment: merging builds graphs anew

	private final Directory directory;
	private final HashFile hashes;
	private final HashFile queries;
	private final IndexWriter writer;
	private DirectoryReader reader;

	HnswRival(Path folder, HashFile hashes, HashFile queries) throws IOException {
		this.directory = FSDirectory.open(folder);
		this.hashes = hashes;
		this.queries = queries;
		this.writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new HnswCodec()).setRAMBufferSizeMB(BUFFER_MB));
		this.reader = DirectoryReader.open(writer);
	}

	@Override
	public String name() {
		return "lucene-hnsw";
	}

	@Override
	public void build(Figures figures) throws IOException {
		long start = System.nanoTime();
		for (int row = 0; row < hashes.size(); row++) {
			writer.addDocument(List.of(new KnnByteVectorField(HASH, hashes.hash(row).toBytes(), VectorSimilarityFunction.EUCLIDEAN),
					new NumericDocValuesField(ROW, row)));
		}
		writer.forceMerge(1);
		writer.commit();
		figures.put(name(), Figures.BUILD_SECONDS, Figures.secondsSince(start));
		reader.close();
		reader = DirectoryReader.open(writer);
		long sizeBytes = 0;
		for (String file : directory.listAll()) {
			sizeBytes += directory.fileLength(file);
		}
		figures.put(name(), Figures.BYTES_A_RECORD, (double) sizeBytes / hashes.size());
	}

	@Override
	public Asked ask(int from, int to, double seconds) throws IOException {
		return Asked.oneByOne(queries, from, to, seconds, this::match, rows -> rows);
	}

	@Override
	public Asked askTogether(int from, int to) throws IOException {
		return Asked.together(queries, from, to, together -> together.parallelStream().map(this::match).toList(), rows -> rows);
	}

	private long[] match(Hash256 hash) {
		try {
			IndexSearcher searcher = new IndexSearcher(reader);
			ScoreDoc[] nearest = searcher.search(new KnnByteVectorQuery(HASH, hash.toBytes(), NEIGHBOURS), NEIGHBOURS).scoreDocs;
			long[] rows = new long[nearest.length];
			int count = 0;
			for (ScoreDoc hit : nearest) {
				if (HammingScorer.distanceBits(hit.score) <= RADIUS) {
					rows[count++] = Asked.packed(row(hit.doc), HammingScorer.distanceBits(hit.score));
				}
			}
			return Arrays.stream(rows, 0, count).sorted().toArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private int row(int document) throws IOException {
		List<LeafReaderContext> segments = reader.leaves();
		LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
		NumericDocValues rows = segment.reader().getNumericDocValues(ROW);
		if (!rows.advanceExact(document - segment.docBase)) {
			throw new IOException("a document without a row");
		}
		return (int) rows.longValue();
	}

	@Override
	public void close() throws IOException {
		reader.close();
		writer.close();
		directory.close();
	}
}
