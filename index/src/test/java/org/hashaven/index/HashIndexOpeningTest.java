package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.alignment.Clip;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.index.record.Banks;
import org.hashaven.index.regioncode.RecordCodec;
import org.hashaven.index.regioncode.RegionVector;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are an index and folders that are not, and what each way to open them says. */
class HashIndexOpeningTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final SplittableRandom RANDOM = new SplittableRandom(5);
	private static final Hash256 ZEROS = Hashes.of(HashPopulation.filled(0));

	@TempDir
	private Path temporary;

	private Path folder;

	@BeforeEach
	void chooseFolder() {
		folder = temporary.resolve("index");
	}

	private static HashRecord record(String id, Hash256 hash) {
		return HashRecord.ofPhoto(hash, 100).withIdAndBank(id, BANK);
	}

	@Test
	void aFolderThatCannotBeMadeIsNoDamage() throws IOException {
		Path file = Files.createFile(temporary.resolve("file"));
		assertRefused(Reason.NO_ACCESS, () -> HashIndex.create(file.resolve("index")).close());
	}

	@Test
	void foldersThatAreNotEmptyAreLeftAlone() throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("letter.txt"), "mine");
		assertRefused(Reason.NOT_EMPTY, () -> HashIndex.create(folder));
		assertRefused(Reason.MISSING, () -> HashIndex.open(folder));
		assertRefused(Reason.MISSING, () -> HashIndex.openReadOnly(folder));
		assertRefused(Reason.NOT_EMPTY, () -> HashIndex.create(folder.resolve("letter.txt")));
		assertRefused(Reason.MISSING, () -> HashIndex.open(folder.resolve("letter.txt")));
		assertRefused(Reason.MISSING, () -> HashIndex.open(temporary.resolve("nowhere")));
		assertThat(temporary.resolve("nowhere")).doesNotExist();
		assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("letter.txt"));
	}

	@Test
	void anIndexIsNotMadeTwice() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("a", ZEROS)));
			assertRefused(Reason.EXISTS, () -> HashIndex.create(folder));
		}
		assertRefused(Reason.EXISTS, () -> HashIndex.create(folder));
		try (HashIndex index = HashIndex.open(folder)) {
			assertThat(index.idsOf(ZEROS)).containsExactly("a");
		}
	}

	@Test
	void aFolderWithOnlyTheLockOfACreationCutShortIsFree() throws IOException {
		Files.createDirectories(folder);
		Files.createFile(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
		HashIndex.create(folder).close();
	}

	@Test
	void anIndexOfANewerVersionIsLeftAlone() throws IOException {
		HashIndex.create(folder).close();
		setCommitData("hashaven.version", Integer.toString(Banks.VERSION + 1));
		assertRefused(Reason.NEWER_VERSION, () -> HashIndex.open(folder));
		assertRefused(Reason.NEWER_VERSION, () -> HashIndex.openReadOnly(folder));
	}

	@Test
	void aLuceneIndexOfSomebodyElseIsNoneOfOurs() throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder);
				IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
			writer.commit();
		}
		assertRefused(Reason.MISSING, () -> HashIndex.open(folder));
		assertRefused(Reason.EXISTS, () -> HashIndex.create(folder));
	}

	@Test
	void bankRulesThatMakeNoSenseAreDamage() throws IOException {
		for (String rules : List.of("", "31 50", "31 50 BLOCK ", "31 50 SELL", "65 50 BLOCK", "x 50 BLOCK", "31 101 BLOCK")) {
			Path damaged = temporary.resolve("damaged" + rules.hashCode());
			HashIndex.create(damaged).close();
			folder = damaged;
			setCommitData("hashaven.bank.default", rules);
			assertRefused(Reason.CORRUPT, () -> HashIndex.open(damaged));
		}
	}

	@Test
	void anOpeningThatIsRefusedLeavesNoThread() throws IOException {
		HashIndex.create(folder).close();
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		setCommitData("hashaven.version", Integer.toString(Banks.VERSION + 1));
		assertRefused(Reason.NEWER_VERSION, () -> HashIndex.open(folder));
		setCommitData("hashaven.bank.default", "31 50 SELL");
		assertRefused(Reason.CORRUPT, () -> HashIndex.open(folder));
		assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().startsWith("hashaven"))
				.isSubsetOf(before);
	}

	private void setCommitData(String key, String value) throws IOException {
		try (MMapDirectory directory = new MMapDirectory(folder);
				IndexWriter writer = new IndexWriter(directory,
						new IndexWriterConfig().setCodec(new RecordCodec()))) {
			Map<String, String> data = new HashMap<>(Banks.initial().toCommitData());
			data.put(key, value);
			writer.setLiveCommitData(data.entrySet());
			writer.commit();
		}
	}

	@Test
	void aClosedIndexSaysSo() throws IOException {
		HashIndex index = HashIndex.create(folder);
		index.close();
		index.close();
		assertThatIllegalStateException().isThrownBy(() -> index.match(ZEROS, MatchOptions.DEFAULT));
		assertThatIllegalStateException().isThrownBy(() -> index.add(BANK, List.of(record("a", ZEROS))));
	}

	@ParameterizedTest
	@ValueSource(strings = {"1", "2", "3"})
	void anIndexFromBeforeThereWereVideosOrRegionsTakesThem(String version) throws IOException {
		Clip clip = Clip.cuts(20, RANDOM);
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("p", clip.hash(0))));
		}
		setCommitData("hashaven.version", version);
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			assertThat(index.idsOf(clip.hash(0))).containsExactly("p");
			assertThat(index.verify().faults()).isEmpty();
		}
		try (HashIndex index = HashIndex.open(folder)) {
			index.add(BANK, List.of(VideoRecord.ofFrames(clip.frames()).withIdAndBank("v", BANK)));
			assertThat(index.idsOf(clip.hash(0))).containsExactly("p", "v");
			RegionSet.Builder regions = new RegionSet.Builder();
			for (int i = 0; i < 4; i++) {
				regions.add(new Region(0x123456789ABCDEFL * (2L * i + 1),
						RegionGeometry.ofPacked(new RegionGeometry(0.2 * i - 0.3, 0, 0.1).packed())));
			}
			index.add(BANK, List.of(record("p", clip.hash(0)).withRegions(regions.build())));
			assertThat(index.stats().regions()).isEqualTo(4);
			assertThat(index.verify().faults()).isEmpty();
		}
		try (MMapDirectory directory = new MMapDirectory(folder)) {
			assertThat(SegmentInfos.readLatestCommit(directory).getUserData()).as("closed to older programs")
					.containsEntry("hashaven.version", "5");
		}
	}

	/** Regions of version 3 lay in documents of their own, those of version 4 tell the whole direction: both reveal the picture. */
	@ParameterizedTest
	@CsvSource({"region,3", "regions,4"})
	void open_regionsOfAnEarlierVersion_areRefusedWithAClearWord(String field, String version) throws IOException {
		HashIndex.create(folder).close();
		try (MMapDirectory directory = new MMapDirectory(folder);
				IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new RecordCodec()))) {
			Document region = new Document();
			byte[] vector = field.equals("regions") ? RegionVector.of(TestRegions.of(1)) : new byte[Hash256.BYTES];
			region.add(new KnnByteVectorField(field, vector, VectorSimilarityFunction.EUCLIDEAN));
			writer.addDocument(region);
			Map<String, String> data = new HashMap<>(Banks.initial().toCommitData());
			data.put("hashaven.version", version);
			writer.setLiveCommitData(data.entrySet());
			writer.commit();
		}
		assertRefused(Reason.OLD_REGIONS, () -> HashIndex.openReadOnly(folder));
		assertRefused(Reason.OLD_REGIONS, () -> HashIndex.open(folder));
	}
}
