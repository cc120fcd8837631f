package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.HashCodec;
import org.hashaven.index.hamming.HugePageDirectory;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * The vectors format in a Lucene index with nothing else in it, up to sizes whose hashes do not fit in memory twice: uniform hashes, made
 * again from their row when they are needed.
 *
 * <pre>
 * FormatAlone [records [radius [merge]]]          10000000 31; "merge" makes one segment
 * </pre>
 */
public final class FormatAlone {

	private static final String FIELD = "hash";
	private static final double BUFFER_MB = 1_900;
	private static final int QUERIES = 4_000;
	private static final int ROUNDS = 6;
	private static final long SEED = 20;

	private FormatAlone() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int records = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
		int radius = args.length > 1 ? Integer.parseInt(args[1]) : 31;
		boolean merge = args.length > 2 && args[2].equals("merge");
		Path folder = Files.createTempDirectory("format-alone");
		try (HugePageDirectory directory = new HugePageDirectory(folder)) {
			long start = System.nanoTime();
			write(directory, records, merge);
			System.out.println("written in %.1f s".formatted((System.nanoTime() - start) / 1e9));
			start = System.nanoTime();
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				long sizeBytes = 0;
				for (String file : directory.listAll()) {
					sizeBytes += directory.fileLength(file);
				}
				System.out.println("%,d records, %d segments, %.1f bytes a record; opened in %.1f ms".formatted(records,
						reader.leaves().size(), (double) sizeBytes / records, (System.nanoTime() - start) / 1e6));
				for (int round = 0; round < ROUNDS; round++) {
					lookUp(reader, records, radius);
				}
			}
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private static long[] hash(int row) {
		return HashPopulation.uniform(new SplittableRandom(SEED + row * 0x9E37_79B9_7F4A_7C15L));
	}

	private static void write(HugePageDirectory directory, int records, boolean merge) throws IOException {
		IndexWriterConfig config = new IndexWriterConfig().setCodec(new HashCodec()).setRAMBufferSizeMB(BUFFER_MB)
				.setUseCompoundFile(false);
		try (IndexWriter writer = new IndexWriter(directory, config)) {
			KnnByteVectorField field = new KnnByteVectorField(FIELD, new byte[Hash256.BYTES], VectorSimilarityFunction.EUCLIDEAN);
			Document document = new Document();
			document.add(field);
			for (int row = 0; row < records; row++) {
				field.setVectorValue(Queries.of(hash(row)).toBytes());
				writer.addDocument(document);
			}
			if (merge) {
				writer.forceMerge(1);
			}
		}
	}

	private static void lookUp(DirectoryReader reader, int records, int radius) throws IOException {
		SplittableRandom random = new SplittableRandom(SEED + 1);
		SearchCounters counters = new SearchCounters();
		double[] microseconds = new double[QUERIES];
		for (int query = 0; query < QUERIES; query++) {
			int row = query % 2 == 0 ? random.nextInt(records) : -1;
			long[] asked = row < 0 ? HashPopulation.uniform(random) : HashPopulation.near(hash(row), random.nextInt(radius + 1), random);
			HammingQuery lookup = new HammingQuery(FIELD, Queries.of(asked), radius);
			boolean found = row < 0;
			long start = System.nanoTime();
			for (LeafReaderContext segment : reader.leaves()) {
				HammingHits hits = lookup.search(segment.reader(), counters);
				for (int hit = 0; hit < hits.size(); hit++) {
					found |= segment.docBase + hits.document(hit) == row;
				}
			}
			microseconds[query] = (System.nanoTime() - start) / 1e3;
			Answers.require(found, "row " + row + " was missed");
		}
		System.out.println("median %.1f µs, p99 %.1f µs; %s".formatted(Percentile.median(microseconds),
				Percentile.of(microseconds, 99), counters.toStats()));
	}
}
