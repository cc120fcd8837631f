package org.hashaven.index.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Region;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.Purpose;
import org.hashaven.index.TestRegions;
import org.hashaven.index.VerifyFault;
import org.hashaven.index.alignment.Clip;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.regioncode.RecordCodec;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Records that are each well and do not go together: written past the index, and told by the check. */
class RecordCheckTest {

	private static final String BANK = Bank.DEFAULT.name();

	private final long seed = Seeds.next();
	private final Clip clip = Clip.cuts(12, new SplittableRandom(seed));

	private static final String OTHER = "other";

	/** What is written to one index. */
	@FunctionalInterface
	private interface Writing {
		void to(IndexWriter writer) throws IOException;
	}

	private List<String> faults(Writing writing) throws IOException {
		try (Directory directory = new ByteBuffersDirectory();
				IndexWriter writer = new IndexWriter(directory,
						new IndexWriterConfig().setCodec(new RecordCodec()).setMergePolicy(NoMergePolicy.INSTANCE))) {
			writing.to(writer);
			writer.commit();
			List<VerifyFault> faults = new ArrayList<>();
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				new RecordCheck(reader, Banks.initial().with(new Bank(OTHER, 31, 50, Purpose.BLOCK)), faults).run();
			}
			return faults.stream().map(VerifyFault::toString).toList();
		}
	}

	private void addFrames(IndexWriter writer, String bank, String id, int... seconds) throws IOException {
		List<FrameHash> frames = clip.frames();
		RecordFields fields = new RecordFields(bank);
		for (int second : seconds) {
			writer.addDocument(fields.of(RecordIds.toBytes(id), frames.get(second)));
		}
	}

	private void addPhoto(IndexWriter writer, String id) throws IOException {
		addPhoto(writer, BANK, id);
	}

	private void addPhoto(IndexWriter writer, String bank, String id) throws IOException {
		writer.addDocument(new RecordFields(bank).of(RecordIds.toBytes(id), HashRecord.ofPhoto(clip.hash(0), 100)));
	}

	@Test
	void videosAndPhotosSideBySideAreWell() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1, 2, 2, 3);
			addPhoto(writer, "p");
			addFrames(writer, BANK, "b", 4);
			writer.commit();
			addPhoto(writer, "q");
			addFrames(writer, BANK, "c", 0, 1, 2, 3);
		})).isEmpty();
	}

	private HashRecord withRegions() {
		return HashRecord.ofPhoto(clip.hash(0), 100).withRegions(TestRegions.of(0));
	}

	@Test
	void verify_photoWithItsRegions_isClean() throws IOException {
		assertThat(faults(writer -> writer.addDocument(new RecordFields(BANK).of(RecordIds.toBytes("p"), withRegions())))).isEmpty();
	}

	/** Beside a video the ids of photos are sparse, and their values can only be read forwards. */
	@Test
	void verify_photoWithItsRegionsBesideAVideo_isClean() throws IOException {
		assertThat(faults(writer -> {
			writer.addDocument(new RecordFields(BANK).of(RecordIds.toBytes("p"), withRegions()));
			addFrames(writer, BANK, "v", 0, 1, 2);
			writer.addDocument(new RecordFields(BANK).of(RecordIds.toBytes("q"), withRegions()));
		})).isEmpty();
	}

	/** A set that no tool makes, and that a reader must not take for one: two regions are the same. */
	@Test
	void verify_regionsThatBreakTheRules_areAFault() throws IOException {
		assertThat(faults(writer -> {
			List<IndexableField> fields = new ArrayList<>(new RecordFields(BANK).of(RecordIds.toBytes("p"), withRegions()));
			byte[] vector = ((KnnByteVectorField) fields.removeLast()).vectorValue().clone();
			System.arraycopy(vector, 1, vector, 1 + Region.BYTES, Region.BYTES);
			fields.add(new KnnByteVectorField(RecordFields.REGIONS, vector, VectorSimilarityFunction.EUCLIDEAN));
			writer.addDocument(fields);
		})).containsExactly("1 photos have regions that are not theirs");
	}

	@Test
	void aVideoInTwoSegmentsIsAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1, 2);
			writer.commit();
			addFrames(writer, BANK, "a", 3);
		})).containsExactly("id a has records in more than one segment");
	}

	@Test
	void anIdOfAPhotoAndAVideoIsAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1, 2);
			addPhoto(writer, "a");
		})).containsExactly("id a has more than one record in one bank");
		assertThat(faults(writer -> {
			addPhoto(writer, "a");
			addPhoto(writer, "a");
		})).containsExactly("id a has more than one record in one bank");
	}

	@Test
	void framesApartOrOutOfOrderAreAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1);
			addPhoto(writer, "p");
			addFrames(writer, BANK, "a", 2);
		})).singleElement().asString().startsWith("1 frames of a segment are not beside");
		assertThat(faults(writer -> addFrames(writer, BANK, "a", 0, 3, 2, 4))).singleElement().asString()
				.startsWith("1 frames of a segment are not beside");
	}

	@Test
	void verify_sameIdInTwoBanks_isClean() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1, 2);
			addFrames(writer, OTHER, "a", 0, 1);
			addPhoto(writer, OTHER, "p");
			addFrames(writer, BANK, "p", 4);
			writer.commit();
			addPhoto(writer, BANK, "q");
			addPhoto(writer, OTHER, "q");
		})).isEmpty();
	}

	@Test
	void verify_sameIdTwiceInOneOfTwoBanks_isAFault() throws IOException {
		assertThat(faults(writer -> {
			addPhoto(writer, BANK, "a");
			addPhoto(writer, OTHER, "a");
			addFrames(writer, OTHER, "a", 0, 1);
		})).containsExactly("id a has more than one record in one bank");
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1);
			addFrames(writer, OTHER, "a", 0, 1);
			writer.commit();
			addFrames(writer, OTHER, "a", 2);
		})).containsExactly("id a has records in more than one segment");
	}

	@Test
	void verify_framesOfTwoBanksMixed_areAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1);
			addFrames(writer, OTHER, "a", 0);
			addFrames(writer, BANK, "a", 2);
		})).singleElement().asString().startsWith("1 frames of a segment are not beside");
	}

	@Test
	void verify_unknownBank_isAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0, 1);
			addFrames(writer, "nowhere", "a", 2);
		})).singleElement().asString().startsWith("1 records of a segment have a wrong id, bank");
	}

	@Test
	void aFrameWithoutATimeIsAFault() throws IOException {
		assertThat(faults(writer -> {
			addFrames(writer, BANK, "a", 0);
			List<IndexableField> timeless = new RecordFields(BANK).of(RecordIds.toBytes("a"), clip.frames().get(1)).stream()
					.filter(field -> !field.name().equals(RecordFields.TIME)).toList();
			writer.addDocument(timeless);
		})).hasSize(1);
	}
}
