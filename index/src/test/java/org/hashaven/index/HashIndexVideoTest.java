package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexStats.BankStats;
import org.hashaven.index.alignment.Clip;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos as media of an index: one id, many records, there and gone together. */
class HashIndexVideoTest {

	private static final String BANK = Bank.DEFAULT.name();

	@TempDir
	private Path temporary;

	private Path folder;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final Clip a = Clip.cuts(20, random);
	private final Clip b = Clip.cuts(30, random);

	@BeforeEach
	void chooseFolder() {
		folder = temporary.resolve("index");
	}

	private static VideoRecord video(String id, Clip clip) {
		return video(id, clip.frames());
	}

	private static VideoRecord video(String id, List<FrameHash> frames) {
		return VideoRecord.ofFrames(frames).withIdAndBank(id, BANK);
	}

	private static HashRecord photo(String id, Hash256 hash) {
		return new HashRecord(id, hash, 100, MediaKind.PHOTO, null, null);
	}

	private static List<HashMatch> matches(HashIndex index, Hash256 hash) throws IOException {
		return index.match(hash, MatchOptions.DEFAULT).matches();
	}

	private static HashMatch still(String id, int distanceBits, int second) {
		return new HashMatch(id, BANK, Purpose.BLOCK, distanceBits, OptionalInt.of(1_000 * second));
	}

	private void assertWell(HashIndex index) throws IOException {
		assertThat(index.verify().faults()).as(Seeds.describe(seed)).isEmpty();
	}

	@Test
	void aStillOfAVideoMatchesItWithTheSecond() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			assertThat(index.add(BANK, List.of(video("a", a), video("b", b)))).containsExactly("a", "b");
			assertThat(matches(index, a.hash(7))).containsExactly(still("a", 0, 7));
			assertThat(matches(index, b.hash(29))).containsExactly(still("b", 0, 29));
			index.add(BANK, List.of(photo("p", a.hash(7))));
			assertThat(matches(index, a.hash(7))).containsExactly(still("a", 0, 7), new HashMatch("p", BANK, Purpose.BLOCK, 0));
			assertWell(index);
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			assertThat(matches(index, b.hash(3))).containsExactly(still("b", 0, 3));
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(3L, 51L);
			assertThat(index.stats().banks()).containsExactly(new BankStats(Bank.DEFAULT, 3, 51, 0));
		}
	}

	@Test
	void aVideoMatchesAPhotoOnceInItsNearestFrame() throws IOException {
		Clip still = Clip.still(50, random).noisy(15);
		Hash256 asked = still.hash(31);
		int second = 0;
		while (!still.hash(second).equals(asked)) {
			second++;
		}
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("still", still), video("again", still.part(31, 32).then(still.part(31, 32)))));
			index.add(BANK, List.of(video("b", b)));
			for (int round = 0; round < 2; round++) {
				List<HashMatch> matches = matches(index, asked);
				assertThat(matches).as(Seeds.describe(seed)).hasSize(2);
				assertThat(matches.get(0)).as("the earliest of equals").isEqualTo(still("again", 0, 0));
				assertThat(matches.get(1)).as(Seeds.describe(seed)).isEqualTo(still("still", 0, second));
				assertThat(index.idsOf(asked)).as("each once").containsExactly("again", "still");
				MatchResult<HashMatch> one = index.match(asked, MatchOptions.DEFAULT.withResultCap(1));
				assertThat(one.matches()).hasSize(1);
				assertThat(one.capped()).isTrue();
				assertThat(index.match(asked, MatchOptions.DEFAULT.withResultCap(2)).capped()).isFalse();
				index.compact();
			}
		}
	}

	@Test
	void newIdsAreGivenToVideosAsToPhotos() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			List<String> ids = index.add(BANK,
					List.of(VideoRecord.ofFrames(a.frames()), VideoRecord.ofFrames(a.frames()), video("사건-7", b)));
			assertThat(ids).hasSize(3).doesNotHaveDuplicates();
			assertThat(ids.get(0)).matches("[0-9a-f]{24}");
			assertThat(index.idsOf(a.hash(0))).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
			assertThat(matches(index, b.hash(1))).containsExactly(still("사건-7", 0, 1));
			assertWell(index);
		}
	}

	@Test
	void anIdStandsForOneVideoOrOnePhoto() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("v", a)));
			index.add(BANK, List.of(photo("p", b.hash(0))));
			Clip later = Clip.cuts(1, random).then(a.part(1, 20));

			for (Clip different : List.of(b, a.part(0, 19), a.part(1, 20), a.then(b), later, a.part(1, 2).then(a.part(0, 1)))) {
				assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("new", b), video("v", different))));
			}
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(photo("v", a.hash(0)))));
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("p", b.part(0, 1)))));
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("w", a), video("w", b))));
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(2L, 21L);

			assertThat(index.add(BANK, List.of(video("v", a.frames(60)), video("v", a.frames(40))))).containsExactly("v", "v");
			assertThat(index.stats().banks().getFirst()).as("the larger qualities").isEqualTo(new BankStats(Bank.DEFAULT, 2, 21, 0));
			assertWell(index);

			assertThat(index.withdraw(List.of("v"))).isEqualTo(1);
			index.add(BANK, List.of(video("v", b)));
			assertThat(index.idsOf(a.hash(0))).isEmpty();
			assertThat(index.idsOf(b.hash(0))).containsExactly("p", "v");
			assertWell(index);
		}
	}

	@Test
	void timesBelongToAVideo() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("v", a)));
			List<FrameHash> slower = a.frames().stream().map(frame -> new FrameHash(2 * frame.timeMs(), frame.hash(), frame.quality()))
					.toList();
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("v", slower))));
		}
	}

	@Test
	void aVideoIsWithdrawnWithAllItsFrames() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("a", a), video("b", b)));
			assertThat(index.withdraw(List.of("a", "a", "nobody"))).isEqualTo(1);
			for (int second = 0; second < a.seconds(); second++) {
				assertThat(matches(index, a.hash(second))).isEmpty();
			}
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(1L, 30L);
			index.compact();
			assertThat(index.stats().withdrawnOnDisk()).isZero();
			assertWell(index);
		}
	}

	@Test
	void aHashIsTakenOutOfVideosAndTheirOtherFramesStay() throws IOException {
		Clip twice = a.then(a.part(7, 8));
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("twice", twice), video("only", a.part(7, 8)), video("b", b)));
			index.add(BANK, List.of(photo("p", a.hash(7))));

			assertThat(index.withdrawHash(a.hash(7))).as("two frames, one frame, one photo").isEqualTo(4);
			assertThat(index.withdrawHash(a.hash(7))).isZero();
			assertThat(matches(index, a.hash(7))).isEmpty();
			assertThat(matches(index, a.hash(6))).containsExactly(still("twice", 0, 6));
			assertThat(matches(index, a.hash(8))).containsExactly(still("twice", 0, 8));
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(2L, 49L);
			assertWell(index);

			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("twice", twice))));
			List<FrameHash> rest = twice.frames().stream().filter(frame -> !frame.hash().equals(a.hash(7))).toList();
			index.add(BANK, List.of(video("twice", rest)));
			index.add(BANK, List.of(video("only", b)));
			assertThat(index.idsOf(b.hash(0))).as("with its last frame the id was free").containsExactly("b", "only");
			assertThat(index.withdraw(List.of("twice"))).isEqualTo(1);
			assertThat(index.idsOf(a.hash(6))).isEmpty();
			assertWell(index);
		}
	}

	@Test
	void loadedVideosAreToldInOrderAmongPhotos() throws IOException {
		List<String> told = new ArrayList<>();
		try (HashIndex index = HashIndex.create(folder); RecordLoader loader = index.loader(BANK, told::addAll)) {
			List<Clip> clips = new ArrayList<>();
			for (int i = 0; i < 120; i++) {
				clips.add(Clip.cuts(1 + random.nextInt(90), random));
				loader.add(VideoRecord.ofFrames(clips.get(i).frames()));
				loader.add(HashRecord.ofPhoto(clips.get(i).hash(0), 100));
			}
			loader.add(video("mine", a));
			loader.commit();
			assertThat(told).hasSize(241).doesNotHaveDuplicates().endsWith("mine");
			long records = clips.stream().mapToLong(Clip::seconds).sum() + 120 + 20;
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(241L, records);
			for (int i = 0; i < 120; i += 7) {
				int last = clips.get(i).seconds() - 1;
				assertThat(matches(index, clips.get(i).hash(last))).as(Seeds.describe(seed)).contains(still(told.get(2 * i), 0, last));
				assertThat(index.idsOf(clips.get(i).hash(0))).containsExactlyInAnyOrder(told.get(2 * i), told.get(2 * i + 1));
			}
			assertRefused(Reason.ID_TAKEN, () -> {
				loader.add(video("mine", b));
				loader.commit();
			});
			assertWell(index);
			index.compact();
			assertWell(index);
		}
	}

	@Test
	void aVideoIsSeenWholeOrNotAtAll() throws Exception {
		Clip clip = Clip.cuts(500, random);
		try (HashIndex index = HashIndex.create(folder)) {
			Thread writing = Thread.ofPlatform().start(() -> {
				try {
					for (int i = 0; i < 8; i++) {
						index.add(BANK, List.of(video("v", clip.frames(60))));
						index.add(BANK, List.of(video("v", clip.frames(70)))); // replaces all frames
						index.withdraw(List.of("v"));
					}
				} catch (IOException e) {
					throw new AssertionError(e);
				}
			});
			Set<Long> seen = new HashSet<>();
			do {
				seen.add(index.stats().records());
			} while (writing.isAlive());
			writing.join();
			assertThat(seen).isSubsetOf(0L, 500L);
			assertWell(index);
		}
	}

	@Test
	void videosHaveLimitsLikePhotos() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			assertRefused(Reason.UNKNOWN_BANK, () -> index.add("nowhere", List.of(video("a", a))));
			assertThatIllegalArgumentException().isThrownBy(() -> index.add(BANK, List.of(video("half \uD83D", a))));
			assertThat(index.add(BANK, List.of())).isEmpty();
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			assertRefused(Reason.READ_ONLY, () -> index.add(BANK, List.of(video("a", a))));
		}
	}

	@Test
	void snapshotsTakeVideosAlong() throws IOException {
		Path copy = temporary.resolve("copy");
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("a", a)));
			index.snapshot(copy);
		}
		try (HashIndex index = HashIndex.open(copy)) {
			assertThat(matches(index, a.hash(19))).containsExactly(still("a", 0, 19));
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(video("a", b))));
		}
	}

	@Test
	void withdrawnFramesAreErasedFromTheFiles() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(video("video-00007919", a)));
			index.add(BANK, List.of(video("video-00015838", b)));
			for (Clip each : List.of(a, b)) {
				assertThat(new FileSearch(each.hash(5), "").hashIn(folder)).as(Seeds.describe(seed)).isTrue();
			}
			index.withdraw(List.of("video-00007919"));
			index.withdrawHash(b.hash(5));
			index.erase();
			for (int second = 0; second < 20; second++) {
				assertThat(new FileSearch(a.hash(second), "").hashIn(folder)).as(Seeds.describe(seed)).isFalse();
				assertThat(new FileSearch(b.hash(second), "").hashIn(folder)).as(Seeds.describe(seed)).isEqualTo(second != 5);
			}
			assertThat(new FileSearch(a.hash(0), "video-00007919").idIn(folder)).isFalse();
			assertThat(index.verify().faults()).isEmpty();
		}
	}
}
