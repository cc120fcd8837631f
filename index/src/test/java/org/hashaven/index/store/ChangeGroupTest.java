package org.hashaven.index.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.Purpose;
import org.hashaven.index.TestRegions;
import org.hashaven.index.VerifyFault;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.IdRegistry;
import org.hashaven.index.record.IndexCounter;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordBatch;
import org.hashaven.index.record.RecordExport;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.regioncode.RecordCodec;
import org.hashaven.index.verify.RecordCheck;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;

/** Random changes, several to a commit, of a few ids in a few banks: after each commit the index holds what a naive map holds. */
class ChangeGroupTest {

	private static final int GROUPS = 400;
	private static final int MAX_CHANGES = 6;
	private static final int MAX_BATCH = 4;
	private static final int BUFFERED_DOCUMENTS = 5;
	private static final List<String> BANKS = List.of(Bank.DEFAULT.name(), "other", "third");
	private static final List<String> IDS = List.of("1", "2", "0123456789abcdef01234567");
	private static final List<Integer> QUALITIES = List.of(0, 60, 100);

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final HashPopulation hashes = HashPopulation.of(HashPopulation.Kind.UNIFORM, 3, seed);

	// What must be there after the changes so far, and what the last commit had.
	private final Map<MediaName, MediaRecord> expected = new HashMap<>();
	private Map<MediaName, MediaRecord> committed = Map.of();

	private <T> T one(List<T> of) {
		return of.get(random.nextInt(of.size()));
	}

	private Hash256 hash() {
		return Hashes.of(hashes, random.nextInt(hashes.size()));
	}

	@Test
	void changes_manyInOneCommit_leaveWhatANaiveMapHolds() throws IOException {
		Banks banks = Banks.initial();
		for (String bank : BANKS) {
			banks = banks.with(new Bank(bank, 31, 50, Purpose.BLOCK));
		}
		IndexWriterConfig config = new IndexWriterConfig().setCodec(new RecordCodec()).setMaxBufferedDocs(BUFFERED_DOCUMENTS)
				.setRAMBufferSizeMB(IndexWriterConfig.DISABLE_AUTO_FLUSH); // so that a group is spread over segments
		try (Directory directory = new ByteBuffersDirectory(); IndexWriter writer = new IndexWriter(directory, config)) {
			writer.setLiveCommitData(banks.toCommitData().entrySet());
			writer.commit();
			try (SearcherManager searchers = new SearcherManager(writer, RecordSearcher.factory())) {
				for (int group = 0; group < GROUPS; group++) {
					RecordSearcher.with(searchers, searcher -> {
						ChangeGroup changes = new ChangeGroup(writer, searcher);
						int count = 1 + random.nextInt(MAX_CHANGES);
						for (int change = 0; change < count; change++) {
							change(changes);
						}
						return true;
					});
					writer.commit();
					searchers.maybeRefreshBlocking();
					committed = Map.copyOf(expected);
					RecordSearcher.with(searchers, searcher -> {
						check(searcher);
						return true;
					});
				}
			}
		}
	}

	private void change(ChangeGroup group) throws IOException {
		String bank = one(BANKS);
		Set<String> ids = new HashSet<>(List.of(one(IDS), one(IDS)));
		List<BytesRef> bytes = ids.stream().map(RecordIds::toBytes).toList();
		switch (random.nextInt(8)) {
			case 0 -> assertThat(group.withdraw(bytes)).as(Seeds.describe(seed))
					.isEqualTo(forget(BANKS.stream().flatMap(each -> ids.stream().map(id -> new MediaName(each, id)))));
			case 1, 2 -> assertThat(group.withdraw(bank, bytes)).as(Seeds.describe(seed))
					.isEqualTo(forget(ids.stream().map(id -> new MediaName(bank, id))));
			case 3 -> {
				Hash256 hash = hash();
				assertThat(group.withdrawHash(hash)).as(Seeds.describe(seed)).isEqualTo(takeOut(hash));
			}
			default -> add(group, bank);
		}
	}

	private int forget(Stream<MediaName> names) {
		return (int) names.filter(name -> expected.remove(name) != null).count();
	}

	/** Takes a hash out of what had it at the last commit. */
	private int takeOut(Hash256 hash) {
		int records = 0;
		for (Map.Entry<MediaName, MediaRecord> one : committed.entrySet()) {
			MediaRecord now = expected.get(one.getKey());
			if (now != null && hashesOf(one.getValue()).contains(hash)) {
				List<Hash256> held = hashesOf(now).stream().filter(hash::equals).toList();
				records += held.size();
				if (held.size() == hashesOf(now).size()) {
					expected.remove(one.getKey());
				} else if (now instanceof VideoRecord video) {
					List<FrameHash> rest = video.frames().stream().filter(frame -> !frame.hash().equals(hash)).toList();
					expected.put(one.getKey(), new VideoRecord(video.id(), rest, video.bank(), null));
				}
			}
		}
		return records;
	}

	private static List<Hash256> hashesOf(MediaRecord media) {
		return switch (media) {
			case HashRecord photo -> List.of(photo.hash());
			case VideoRecord video -> video.frames().stream().map(FrameHash::hash).toList();
		};
	}

	private void add(ChangeGroup group, String bank) throws IOException {
		List<MediaRecord> batch = IntStream.range(0, 1 + random.nextInt(MAX_BATCH)).mapToObj(i -> media(bank)).toList();
		Optional<Map<MediaName, MediaRecord>> after = withAll(batch);
		boolean refused = false;
		try {
			group.add(RecordBatch.of(bank, batch));
		} catch (IndexException e) {
			assertThat(e.reason()).isEqualTo(Reason.ID_TAKEN);
			refused = true;
		}
		assertThat(refused).as(Seeds.describe(seed)).isEqualTo(after.isEmpty());
		after.ifPresent(expected::putAll);
	}

	private MediaRecord media(String bank) {
		String id = one(IDS);
		if (random.nextInt(3) == 0) {
			List<FrameHash> frames = IntStream.range(0, 2).mapToObj(second -> new FrameHash(second, hash(), one(QUALITIES))).toList();
			return new VideoRecord(id, frames, bank, null);
		}
		RegionSet regions = random.nextBoolean()
				? RegionSet.NONE
				: TestRegions.of(random.nextInt(2)).withMayBePassedOn(random.nextBoolean());
		return new HashRecord(id, hash(), one(QUALITIES), MediaKind.PHOTO, bank, null).withRegions(regions);
	}

	/** What is expected with all of a batch; empty when the batch is to be refused. */
	private Optional<Map<MediaName, MediaRecord>> withAll(List<MediaRecord> batch) {
		Map<MediaName, MediaRecord> after = new HashMap<>(expected);
		for (MediaRecord media : batch) {
			MediaRecord before = after.get(nameOf(media));
			if (before != null && (before.getClass() != media.getClass() || !hashesOf(before).equals(hashesOf(media)))) {
				return Optional.empty();
			}
			after.put(nameOf(media), before == null ? media : stronger(before, media));
		}
		return Optional.of(after);
	}

	private static MediaName nameOf(MediaRecord media) {
		return new MediaName("" + media.bank(), "" + media.id());
	}

	private static MediaRecord stronger(MediaRecord before, MediaRecord again) {
		if (before instanceof HashRecord old) {
			HashRecord same = (HashRecord) again;
			int quality = Math.max(old.quality(), same.quality());
			return new HashRecord(old.id(), old.hash(), quality, old.kind(), old.bank(), null)
					.withRegions(old.regions().isEmpty() ? same.regions() : old.regions());
		}
		VideoRecord old = (VideoRecord) before;
		VideoRecord same = (VideoRecord) again;
		List<FrameHash> frames = IntStream.range(0, old.frames().size()).mapToObj(i -> new FrameHash(old.frames().get(i).timeMs(),
				old.frames().get(i).hash(), Math.max(old.frames().get(i).quality(), same.frames().get(i).quality()))).toList();
		return new VideoRecord(old.id(), frames, old.bank(), null);
	}

	private void check(RecordSearcher searcher) throws IOException {
		List<MediaRecord> found = new ArrayList<>();
		RecordExport.export(searcher, Set.of(), found::add);
		assertThat(found).as(Seeds.describe(seed)).containsExactlyInAnyOrderElementsOf(expected.values());
		List<VerifyFault> faults = new ArrayList<>();
		new RecordCheck(searcher.reader(), searcher.banks(), faults).run();
		assertThat(faults).as(Seeds.describe(seed)).isEmpty();
		assertThat(IndexCounter.count(searcher).media()).as(Seeds.describe(seed)).isEqualTo(expected.size());
		for (String id : IDS) {
			assertThat(new IdRegistry(searcher).banksOf(RecordIds.toBytes(id))).as(Seeds.describe(seed))
					.isEqualTo(new TreeSet<>(BANKS.stream().filter(bank -> expected.containsKey(new MediaName(bank, id))).toList()));
		}
	}
}
