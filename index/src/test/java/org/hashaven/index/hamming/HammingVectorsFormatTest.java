package org.hashaven.index.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.Hash256;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format and the query as parts of Lucene: bytes, services, other queries around them. */
class HammingVectorsFormatTest {

	@TempDir
	private Path folder;

	private final long seed = Seeds.next();
	private HashPopulation population;

	@BeforeEach
	void makePopulation() {
		population = HashPopulation.of(HashPopulation.Kind.CLUSTERED, 300, seed);
	}

	/** One document a row; rows not divisible by {@code every} have no hash. */
	private void write(int every) throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder); IndexWriter writer = new IndexWriter(directory, config())) {
			for (int row = 0; row < population.size(); row++) {
				Document document = new Document();
				if (row % every == 0) {
					document.add(new KnnByteVectorField("hash", Hashes.of(population, row).toBytes()));
				}
				document.add(new StringField("parity", row % 2 == 0 ? "even" : "odd", Field.Store.NO));
				writer.addDocument(document);
			}
		}
	}

	private static IndexWriterConfig config() {
		return new IndexWriterConfig().setCodec(new HashCodec()).setUseCompoundFile(false);
	}

	private <T> T search(SearchJob<T> job) throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder); DirectoryReader reader = DirectoryReader.open(directory)) {
			return job.run(new IndexSearcher(reader));
		}
	}

	@FunctionalInterface
	private interface SearchJob<T> {
		T run(IndexSearcher searcher) throws IOException;
	}

	@Test
	void theDataFileIsWhatItsSpecificationSays() throws IOException {
		write(3);
		byte[] bytes = bytesOf(HammingVectorsFormat.DATA_EXTENSION);
		ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int count = population.size() / 3;

		// CodecUtil: magic, name, version, 16 bytes of segment id, suffix; then zeros up to 64 or 128.
		byte[] name = "HashavenHammingData".getBytes(StandardCharsets.US_ASCII);
		assertThat(Arrays.copyOfRange(bytes, 5, 5 + name.length)).isEqualTo(name);
		int rows = (4 + 1 + name.length + 4 + 16 + 1 + 63) / 64 * 64;
		int documents = rows + 32 * count;
		assertThat(bytes).hasSize(documents + 4 * count + 16);
		for (int i = 0; i < count; i++) {
			for (int column = 0; column < 4; column++) {
				assertThat(data.getLong(rows + 32 * i + 8 * column)).isEqualTo(population.column(column)[3 * i]);
			}
			assertThat(data.getInt(documents + 4 * i)).isEqualTo(3 * i);
		}
	}

	private byte[] bytesOf(String extension) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return Files.readAllBytes(files.filter(file -> file.toString().endsWith("." + extension)).findFirst().orElseThrow());
		}
	}

	@Test
	void luceneFindsCodecAndFormatByTheirNames() {
		assertThat(Codec.forName("Hashaven104")).isInstanceOf(HashCodec.class);
		assertThat(KnnVectorsFormat.forName("HashavenHamming")).isInstanceOf(HammingVectorsFormat.class);
	}

	@Test
	void lucenesOwnCheckFindsNothingWrong() throws IOException {
		write(3);
		try (MMapDirectory directory = new MMapDirectory(folder); CheckIndex check = new CheckIndex(directory)) {
			check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
			check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
			CheckIndex.Status status = check.checkIndex();
			assertThat(status.clean).isTrue();
			assertThat(status.segmentInfos.getFirst().vectorValuesStatus.totalVectorValues).isEqualTo(100);
		}
	}

	@Test
	void valuesAreTheBytesOfTheHashes() throws IOException {
		write(3);
		search(searcher -> {
			LeafReader segment = searcher.getLeafContexts().getFirst().reader();
			ByteVectorValues values = segment.getByteVectorValues("hash");
			assertThat(values.size()).isEqualTo(100);
			for (int ordinal = 0; ordinal < values.size(); ordinal++) {
				assertThat(values.ordToDoc(ordinal)).isEqualTo(3 * ordinal);
				assertThat(values.vectorValue(ordinal)).isEqualTo(Hashes.of(population, 3 * ordinal).toBytes());
			}
			assertThat(segment.getByteVectorValues("parity")).isNull();
			assertThat(segment.getFloatVectorValues("hash")).isNull();
			return true;
		});
	}

	@Test
	void nearestKIsExact() throws IOException {
		write(1);
		Hash256 query = Hashes.of(population, 117);
		List<Integer> distances = IntStream.range(0, population.size())
				.map(row -> NaiveHamming.distance(population.hash(row), population.hash(117))).sorted().limit(20).boxed().toList();
		List<Integer> evenDistances = IntStream.range(0, population.size()).filter(row -> row % 2 == 0)
				.map(row -> NaiveHamming.distance(population.hash(row), population.hash(117))).sorted().limit(20).boxed().toList();
		search(searcher -> {
			Query nearest = new KnnByteVectorQuery("hash", query.toBytes(), 20);
			assertThat(distances(searcher, nearest)).as(Seeds.describe(seed)).isEqualTo(distances);
			Query nearestEven = new KnnByteVectorQuery("hash", query.toBytes(), 20, new TermQuery(new Term("parity", "even")));
			assertThat(distances(searcher, nearestEven)).as(Seeds.describe(seed)).isEqualTo(evenDistances);
			return true;
		});
	}

	private static List<Integer> distances(IndexSearcher searcher, Query query) throws IOException {
		return Stream.of(searcher.search(query, 1_000).scoreDocs).map(hit -> HammingQuery.distanceBits(hit.score)).toList();
	}

	@Test
	void theQueryComposesWithOthers() throws IOException {
		write(1);
		Query near = new HammingQuery("hash", Hashes.of(population, 100), 256);
		Query even = new TermQuery(new Term("parity", "even"));
		search(searcher -> {
			assertThat(searcher.count(near)).isEqualTo(300);
			assertThat(searcher.count(new BooleanQuery.Builder().add(near, Occur.MUST).add(even, Occur.FILTER).build())).isEqualTo(150);
			assertThat(searcher.count(
					new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST).add(near, Occur.MUST_NOT).build())).isZero();
			ScoreDoc[] boosted = searcher.search(new BoostQuery(near, 3), 1).scoreDocs;
			assertThat(boosted[0].score).isEqualTo(3);
			assertThat(searcher.explain(near, 100).getValue().floatValue()).isEqualTo(1);
			assertThat(searcher.explain(near, 100).getDescription()).contains("at 0 bits");
			assertThat(searcher.explain(new HammingQuery("hash", Hashes.of(population, 100), 0), 99).isMatch()).isEqualTo(
					Arrays.equals(population.hash(99), population.hash(100)));
			assertThat(searcher.count(new HammingQuery("nothing", Hashes.of(population, 0), 256))).isZero();
			return true;
		});
	}

	@Test
	void distancesComeBackFromScoresExactly() {
		for (int distanceBits = 0; distanceBits <= Hash256.BITS; distanceBits++) {
			assertThat(HammingQuery.distanceBits(HammingQuery.score(distanceBits))).isEqualTo(distanceBits);
		}
	}

	@Test
	void queriesAreEqualWhenTheyAskTheSameAndHideTheirHash() {
		Hash256 hash = Hashes.of(population, 0);
		HammingQuery query = new HammingQuery("hash", hash, 31);

		assertThat(query).isEqualTo(new HammingQuery("hash", Hashes.of(population, 0), 31)).hasSameHashCodeAs(
				new HammingQuery("hash", Hashes.of(population, 0), 31));
		assertThat(query).isNotEqualTo(new HammingQuery("hash", hash, 30)).isNotEqualTo(new HammingQuery("other", hash, 31))
				.isNotEqualTo(new HammingQuery("hash", Hashes.of(HashPopulation.filled(0)), 31));
		assertThat(query.toString()).isEqualTo("HammingQuery[field=hash, radius=31]");
		assertThatIllegalArgumentException().isThrownBy(() -> new HammingQuery("hash", hash, 257));
		assertThatIllegalArgumentException().isThrownBy(() -> new HammingQuery("hash", hash, -1));
	}

	@Test
	void whatIsNoHashIsRefused() throws IOException {
		Document tooShort = new Document();
		tooShort.add(new KnnByteVectorField("hash", new byte[31]));
		Document floats = new Document();
		floats.add(new KnnFloatVectorField("hash", new float[32]));
		for (Document document : List.of(tooShort, floats)) {
			try (MMapDirectory directory = new MMapDirectory(folder); IndexWriter writer = new IndexWriter(directory, config())) {
				assertThatIllegalArgumentException().isThrownBy(() -> writer.addDocument(document));
				writer.rollback();
			}
		}
	}
}
