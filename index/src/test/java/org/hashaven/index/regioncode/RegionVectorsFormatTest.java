package org.hashaven.index.regioncode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.RegionSet;
import org.hashaven.index.regioncode.NaiveRegionSearch.Hit;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format as a part of Lucene: bytes, services, merges, damage. */
class RegionVectorsFormatTest {

	private static final int FOOTER_BYTES = 16;

	@TempDir
	private Path folder;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private void write(String name, Codec codec, RegionPhotos photos, WriteJob job) throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder.resolve(name));
				IndexWriter writer = new IndexWriter(directory, config(codec))) {
			job.write(writer, photos);
		}
	}

	private static IndexWriterConfig config(Codec codec) {
		return new IndexWriterConfig().setCodec(codec).setUseCompoundFile(false);
	}

	@FunctionalInterface
	private interface WriteJob {
		void write(IndexWriter writer, RegionPhotos photos) throws IOException;
	}

	private static void addAll(IndexWriter writer, RegionPhotos photos) throws IOException {
		for (int photo = 0; photo < photos.size(); photo++) {
			writer.addDocument(photos.document(photo));
		}
	}

	/** Every third document has no regions. */
	private static void addSparsely(IndexWriter writer, RegionPhotos photos) throws IOException {
		for (int photo = 0; photo < photos.size(); photo++) {
			writer.addDocument(photos.document(photo));
			if (photo % 2 == 1) {
				writer.addDocument(RegionPhotos.otherDocument(photo));
			}
		}
	}

	private Path file(String name, String extension) throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve(name))) {
			return files.filter(file -> file.toString().endsWith("." + extension)).findFirst().orElseThrow();
		}
	}

	private List<Hit> search(String name, List<RegionQuery> queries, WorkBudget budget) throws IOException {
		List<Hit> hits = new ArrayList<>();
		try (MMapDirectory directory = new MMapDirectory(folder.resolve(name)); DirectoryReader reader = DirectoryReader.open(directory)) {
			for (LeafReaderContext segment : reader.leaves()) {
				RegionSearcher.search(segment.reader(), RegionPhotos.FIELD, queries,
						(query, photo, document, region, place, distance) -> hits
								.add(new Hit(query, photo, document, region, place, distance)),
						budget, new RegionWorkspace());
			}
		}
		return hits;
	}

	@Test
	void dataFile_withTables_isAsSpecified() throws IOException {
		RegionPhotos photos = new RegionPhotos(70, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addSparsely);
		ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file("a", "rgd"))).order(ByteOrder.LITTLE_ENDIAN);
		int at = CodecUtil.indexHeaderLength("HashavenRegionsData", "HashavenRegions_0");
		List<Long> codes = new ArrayList<>();
		List<byte[]> places = new ArrayList<>();
		List<Integer> starts = new ArrayList<>();

		for (int photo = 0; photo < photos.size(); photo++) {
			byte[] vector = photos.vector(photo);
			assertThat(data.get(at++)).isEqualTo(vector[0]);
			if (photo % 32 == 0) {
				starts.add(codes.size());
			}
			for (int region = 0; region < (vector[0] & 0x1F); region++) {
				codes.add(ByteBuffer.wrap(vector).getLong(1 + 11 * region));
				places.add(Arrays.copyOfRange(vector, 9 + 11 * region, 12 + 11 * region));
			}
		}
		for (int start : starts) {
			assertThat(data.getInt(at)).isEqualTo(start);
			at += 4;
		}
		for (int photo = 0; photo < photos.size(); photo++) {
			assertThat(data.getInt(at)).isEqualTo(photo + photo / 2);
			at += 4;
		}
		at = (at + 63) / 64 * 64;
		for (long code : codes) {
			assertThat(data.getLong(at)).isEqualTo(code);
			at += 8;
		}
		for (byte[] place : places) {
			assertThat(Arrays.copyOfRange(data.array(), at, at + 3)).isEqualTo(place);
			at += 3;
		}
		int bits = (int) (Math.log(codes.size() / 3.75) / Math.log(2));
		for (int slot = 0; slot < 2; slot++) {
			at = (at + 63) / 64 * 64;
			int rows = (at + 4 * ((1 << bits) + 1) + 63) / 64 * 64;
			assertThat(data.getInt(at)).isZero();
			for (int bucket = 0; bucket < 1 << bits; bucket++) {
				int before = -1;
				for (int position = data.getInt(at + 4 * bucket); position < data.getInt(at + 4 * bucket + 4); position++) {
					int posting = data.getInt(rows + 4 * position);
					int row = posting & 0xFF_FFFF;
					assertThat(row).isGreaterThan(before);
					assertThat(posting >>> 24).isEqualTo((int) (codes.get(row) >>> (slot == 0 ? bits : 64 - bits - 8)) & 0xFF);
					assertThat(codes.get(row) >>> (slot == 0 ? 0 : 64 - bits) & (1 << bits) - 1).isEqualTo(bucket);
					before = row;
				}
			}
			assertThat(data.getInt(at + (4 << bits))).isEqualTo(codes.size());
			at = rows + 4 * codes.size();
		}
		assertThat(data.capacity()).isEqualTo((at + 63) / 64 * 64 + FOOTER_BYTES);
	}

	@Test
	void forName_nameOfTheFormat_findsIt() {
		assertThat(KnnVectorsFormat.forName("HashavenRegions")).isInstanceOf(RegionVectorsFormat.class);
	}

	@Test
	void hashCodec_fieldOfRegions_isInThisFormat() throws IOException {
		RegionPhotos photos = new RegionPhotos(600, seed);
		write("a", new RecordCodec(), photos, RegionVectorsFormatTest::addAll);

		assertThat(file("a", "rgd")).isNotEmptyFile();
		assertThat(search("a", photos.queries(20), new WorkBudget(Long.MAX_VALUE))).isNotEmpty();
	}

	@Test
	void checkIndex_soundIndex_isClean() throws IOException {
		write("a", RegionPhotos.codec(1), new RegionPhotos(100, seed), RegionVectorsFormatTest::addSparsely);

		CheckIndex.Status status = check("a");

		assertThat(status.clean).isTrue();
		assertThat(status.segmentInfos.getFirst().vectorValuesStatus.totalVectorValues).isEqualTo(100);
	}

	private CheckIndex.Status check(String name) throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder.resolve(name)); CheckIndex check = new CheckIndex(directory)) {
			check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
			check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
			return check.checkIndex();
		}
	}

	@Test
	void merge_withDeletions_writesTheBytesOfAFreshSegment() throws IOException {
		RegionPhotos photos = new RegionPhotos(500, seed);
		write("fresh", RegionPhotos.codec(1), photos, (writer, all) -> {
			for (int photo = 0; photo < all.size(); photo++) {
				if (photo % 7 != 0) {
					writer.addDocument(all.document(photo));
				}
			}
		});
		try (MMapDirectory directory = new MMapDirectory(folder.resolve("merged"))) {
			try (IndexWriter writer = new IndexWriter(directory,
					config(RegionPhotos.codec(1)).setMaxBufferedDocs(60).setMergePolicy(NoMergePolicy.INSTANCE))) {
				addAll(writer, photos);
				for (int photo = 0; photo < photos.size(); photo += 7) {
					writer.deleteDocuments(new Term("id", "" + photo));
				}
			}
			// Other policies do not keep the order of documents.
			try (IndexWriter writer = new IndexWriter(directory,
					config(RegionPhotos.codec(1)).setMergePolicy(new LogDocMergePolicy()))) {
				writer.forceMerge(1);
			}
		}
		assertThat(Arrays.equals(content("merged"), content("fresh"))).as(Seeds.describe(seed)).isTrue();
	}

	/** The data file between header and footer, which name the segment. */
	private byte[] content(String name) throws IOException {
		byte[] bytes = Files.readAllBytes(file(name, "rgd"));
		return Arrays.copyOfRange(bytes, CodecUtil.indexHeaderLength("HashavenRegionsData", "HashavenRegions_0"),
				bytes.length - FOOTER_BYTES);
	}

	@Test
	void nearestNeighbourQuery_fieldOfRegions_throws() throws IOException {
		RegionPhotos photos = new RegionPhotos(10, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addAll);
		try (MMapDirectory directory = new MMapDirectory(folder.resolve("a")); DirectoryReader reader = DirectoryReader.open(directory)) {
			assertThatExceptionOfType(UnsupportedOperationException.class)
					.isThrownBy(() -> new IndexSearcher(reader).search(new KnnByteVectorQuery(RegionPhotos.FIELD, photos.vector(0), 3), 3));
		}
	}

	@Test
	void search_fieldInAnotherFormat_throws() throws IOException {
		RegionPhotos photos = new RegionPhotos(10, seed);
		write("a", new Lucene104Codec(), photos, RegionVectorsFormatTest::addAll);

		assertThatIllegalArgumentException().isThrownBy(() -> search("a", photos.queries(1), new WorkBudget(10)));
	}

	@Test
	void addDocument_noRegionVector_throws() {
		byte[] malformed = new RegionPhotos(1, seed).vector(0).clone();
		malformed[0] = 3;
		Document noRegions = new Document();
		noRegions.add(new KnnByteVectorField(RegionPhotos.FIELD, malformed));
		Document tooShort = new Document();
		tooShort.add(new KnnByteVectorField(RegionPhotos.FIELD, new byte[176]));
		Document floats = new Document();
		floats.add(new KnnFloatVectorField(RegionPhotos.FIELD, new float[RegionVector.BYTES]));
		for (Document document : List.of(noRegions, tooShort, floats)) {
			assertThatIllegalArgumentException().isThrownBy(
					() -> write("a", RegionPhotos.codec(1), new RegionPhotos(0, seed), (writer, photos) -> writer.addDocument(document)));
		}
	}

	@Test
	void search_codesAtTheLimits_findsThoseWithin() throws IOException {
		// Bits 10 to 53, outside slots and sketches of so small a segment, weigh 3 to 46.
		float[] reliabilities = new float[64];
		for (int bit = 0; bit < 64; bit++) {
			reliabilities[bit] = Math.floorMod(bit - 10, 64);
		}
		long twentyLightest = ((1L << 20) - 1) << 10;
		long twentyOneLightest = ((1L << 21) - 1) << 10;
		long nineHeavy = ((1L << 9) - 1) << 45; // 38 to 46, together 378
		long[] differences = {twentyLightest, twentyOneLightest, nineHeavy | (1L << 43), nineHeavy | (1L << 44)};
		RegionPhotos photos = new RegionPhotos(1, seed);
		long code = random.nextLong();
		photos.vector(0)[0] = (byte) differences.length;
		Arrays.fill(photos.vector(0), 1 + 11 * differences.length, RegionVector.BYTES, (byte) 0);
		for (int region = 0; region < differences.length; region++) {
			RegionVector.setCode(photos.vector(0), region, code ^ differences[region]);
		}
		RegionQuery query = RegionQuery.of(code, reliabilities, new RegionGeometry(0, 0, 0.2));
		for (int minTableRows : new int[]{1, Integer.MAX_VALUE}) {
			String name = "min" + minTableRows;
			write(name, RegionPhotos.codec(minTableRows), photos, RegionVectorsFormatTest::addAll);

			List<Hit> hits = search(name, List.of(query), new WorkBudget(1_000));

			assertThat(hits).extracting(Hit::region).containsExactly(0, 2);
			assertThat(hits).extracting(Hit::distance).containsExactly(250, 414);
		}
	}

	@Test
	void search_anyBudget_stopsWithinItAndSaysSo() throws IOException {
		RegionPhotos photos = new RegionPhotos(700, seed);
		List<RegionQuery> queries = photos.queries(10);
		for (int minTableRows : new int[]{1, Integer.MAX_VALUE}) {
			String name = "min" + minTableRows;
			write(name, RegionPhotos.codec(minTableRows), photos, RegionVectorsFormatTest::addAll);
			WorkBudget unlimited = new WorkBudget(Long.MAX_VALUE);
			List<Hit> all = search(name, queries, unlimited);
			for (int i = 0; i < 40; i++) {
				long units = i == 0 ? 0 : i == 1 ? unlimited.spent() - 1 : random.nextLong(unlimited.spent());
				WorkBudget budget = new WorkBudget(units);
				List<Hit> hits = search(name, queries, budget);
				assertThat(budget.isExhausted()).as(Seeds.describe(seed)).isTrue();
				assertThat(budget.spent()).isEqualTo(units);
				assertThat(all).as(Seeds.describe(seed)).containsAll(hits);
			}
			WorkBudget exact = new WorkBudget(unlimited.spent());
			assertThat(search(name, queries, exact)).isEqualTo(all);
			assertThat(exact.isExhausted()).isFalse();
		}
	}

	@Test
	void search_manyEqualCodes_isCutByTheBudgetOnly() throws IOException {
		RegionPhotos photos = new RegionPhotos(1_000, seed);
		for (int photo = 0; photo < photos.size(); photo++) {
			for (int region = 0; region < RegionSet.MIN_REGIONS; region++) {
				RegionVector.setCode(photos.vector(photo), region, 42);
			}
		}
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addAll);
		RegionQuery query = RegionQuery.of(42, new float[64], new RegionGeometry(0, 0, 0.2));

		List<Hit> all = search("a", List.of(query), new WorkBudget(Long.MAX_VALUE));
		WorkBudget budget = new WorkBudget(3_000);
		List<Hit> some = search("a", List.of(query), budget);

		assertThat(all.stream().filter(hit -> hit.distance() == 0)).hasSize(4_000);
		assertThat(some).hasSizeLessThan(3_000);
		assertThat(budget.isExhausted()).isTrue();
	}

	@Test
	void open_anyByteOfTheMetaFlipped_throws() throws IOException {
		RegionPhotos photos = new RegionPhotos(60, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addSparsely);
		Path file = file("a", "rgm");
		byte[] bytes = Files.readAllBytes(file);
		for (int i = 0; i < bytes.length; i++) {
			byte[] damaged = bytes.clone();
			damaged[i] ^= (byte) (1 << random.nextInt(8));
			Files.write(file, damaged);
			assertThatExceptionOfType(IOException.class).as("byte %d, %s", i, Seeds.describe(seed)).isThrownBy(this::open);
		}
	}

	@Test
	void open_metaWithAMatchingChecksum_throwsNothingButIoExceptions() throws IOException {
		RegionPhotos photos = new RegionPhotos(60, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addSparsely);
		Path file = file("a", "rgm");
		byte[] bytes = Files.readAllBytes(file);
		int start = CodecUtil.indexHeaderLength("HashavenRegionsMeta", "HashavenRegions_0");
		int refused = 0;
		for (int i = start; i < bytes.length - FOOTER_BYTES; i++) {
			for (int bit = 0; bit < 8; bit++) {
				byte[] forged = bytes.clone();
				forged[i] ^= (byte) (1 << bit);
				CRC32 checksum = new CRC32();
				checksum.update(forged, 0, forged.length - 8);
				ByteBuffer.wrap(forged).putLong(forged.length - 8, checksum.getValue());
				Files.write(file, forged);
				try {
					open();
				} catch (IOException e) {
					refused++;
				}
			}
		}
		// Only places that move to other bytes of the right form pass.
		assertThat(refused).isGreaterThan((bytes.length - FOOTER_BYTES - start) * 8 * 9 / 10);
	}

	@Test
	void openOrCheck_anyByteOfTheDataFlipped_throws() throws IOException {
		RegionPhotos photos = new RegionPhotos(60, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addSparsely);
		Path file = file("a", "rgd");
		byte[] bytes = Files.readAllBytes(file);
		for (int i = 0; i < 400; i++) {
			byte[] damaged = bytes.clone();
			int at = i < 100 ? i : random.nextInt(bytes.length);
			damaged[at] ^= (byte) (1 << random.nextInt(8));
			Files.write(file, damaged);
			assertThatExceptionOfType(IOException.class).as("byte %d, %s", at, Seeds.describe(seed)).isThrownBy(this::open);
		}
	}

	@Test
	void open_truncatedFile_throws() throws IOException {
		RegionPhotos photos = new RegionPhotos(60, seed);
		write("a", RegionPhotos.codec(1), photos, RegionVectorsFormatTest::addSparsely);
		for (String extension : List.of("rgm", "rgd")) {
			Path file = file("a", extension);
			byte[] bytes = Files.readAllBytes(file);
			for (int i = 0; i < 100; i++) {
				Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
				assertThatExceptionOfType(IOException.class).as(Seeds.describe(seed)).isThrownBy(this::open);
			}
			Files.write(file, bytes);
		}
	}

	/** Opens the index and holds its checksums against its bytes. */
	private void open() throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder.resolve("a")); DirectoryReader reader = DirectoryReader.open(directory)) {
			for (LeafReaderContext segment : reader.leaves()) {
				segment.reader().checkIntegrity();
			}
		}
	}
}
