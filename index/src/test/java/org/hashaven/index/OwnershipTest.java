package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexStats.BankStats;
import org.hashaven.index.alignment.Clip;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may change what: one test for each row of the table in {@code docs/decisions/0013-ownership.md}. The hotline's record is hers; every
 * other list does to it what it can.
 */
class OwnershipTest {

	private static final Bank HOTLINE = new Bank("hotline", 31, 50, Purpose.BLOCK);
	private static final Bank OTHER = new Bank("other", 31, 50, Purpose.BLOCK);
	private static final Bank HARMLESS = new Bank("harmless", 31, 0, Purpose.IGNORE);
	private static final String ID = "hotline-0002";

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final Clip clip = Clip.cuts(20, random);
	private final Clip otherClip = Clip.cuts(30, random);
	private final Hash256 hers = clip.hash(0);
	private final Hash256 foreign = otherClip.hash(0);

	@TempDir
	private Path temporary;

	private Path folder;
	private HashIndex index;

	@BeforeEach
	void openIndex() throws IOException {
		folder = temporary.resolve("index");
		index = HashIndex.create(folder);
		for (Bank bank : List.of(HOTLINE, OTHER, HARMLESS)) {
			index.putBank(bank);
		}
	}

	@AfterEach
	void closeIndex() throws IOException {
		assertThat(index.verify().faults()).as(Seeds.describe(seed)).isEmpty();
		index.close();
	}

	private static HashRecord photo(Hash256 hash, int quality) {
		return new HashRecord(ID, hash, quality, MediaKind.PHOTO, null, null);
	}

	private static HashRecord photo(Hash256 hash, int quality, RegionSet regions) {
		return photo(hash, quality).withRegions(regions);
	}

	private static VideoRecord video(List<FrameHash> frames) {
		return new VideoRecord(ID, frames, null, null);
	}

	private void add(Bank bank, HashRecord... records) throws IOException {
		index.add(bank.name(), List.of(records));
	}

	private void add(Bank bank, VideoRecord... videos) throws IOException {
		index.add(bank.name(), List.of(videos));
	}

	private List<MediaRecord> listed(Bank bank) throws IOException {
		List<MediaRecord> listed = new ArrayList<>();
		index.export(Set.of(bank.name()), listed::add);
		return listed;
	}

	private void assertListed(Bank bank, HashRecord photo) throws IOException {
		assertThat(index.records(bank.name(), List.of("none", ID))).as(Seeds.describe(seed))
				.containsExactly(photo.withIdAndBank(ID, bank.name()));
		assertThat(listed(bank)).as(Seeds.describe(seed)).containsExactly(photo.withIdAndBank(ID, bank.name()));
	}

	private void assertListed(Bank bank, VideoRecord video) throws IOException {
		assertThat(index.records(bank.name(), List.of("none", ID))).as(Seeds.describe(seed))
				.containsExactly(video.withIdAndBank(ID, bank.name()));
		assertThat(listed(bank)).as(Seeds.describe(seed)).containsExactly(video.withIdAndBank(ID, bank.name()));
	}

	private List<HashMatch> matches(Hash256 hash) throws IOException {
		return index.match(hash, MatchOptions.DEFAULT).matches();
	}

	private static HashMatch match(Bank bank) {
		return new HashMatch(ID, bank.name(), bank.purpose(), 0);
	}

	private static HashMatch match(Bank bank, int second) {
		return new HashMatch(ID, bank.name(), bank.purpose(), 0, OptionalInt.of(1_000 * second));
	}

	private void assertNothingWritten() throws IOException {
		assertThat(index.stats()).extracting(IndexStats::withdrawnOnDisk, IndexStats::segments).containsExactly(0L, 1);
	}

	// In the same bank: the same id again.

	@Test
	void addInSameBank_lowerQuality_changesNothing() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(HOTLINE, photo(hers, 0));
		assertListed(HOTLINE, photo(hers, 80));
		assertThat(matches(hers)).containsExactly(match(HOTLINE));
		assertNothingWritten();
	}

	@Test
	void addInSameBank_higherQuality_raisesIt() throws IOException {
		add(HOTLINE, photo(hers, 40, TestRegions.of(0)));
		assertThat(matches(hers)).isEmpty();
		add(HOTLINE, photo(hers, 80));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertThat(matches(hers)).containsExactly(match(HOTLINE));
	}

	@Test
	void addInSameBank_withoutRegions_keepsThem() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(HOTLINE, photo(hers, 80));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertNothingWritten();
	}

	@Test
	void addInSameBank_otherRegions_keepsTheFirst() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(HOTLINE, photo(hers, 80, TestRegions.of(1)));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertNothingWritten();
	}

	@Test
	void addInSameBank_regionsWhereNoneWere_addsThemAsTheyCame() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(HOTLINE, photo(hers, 0, TestRegions.of(1).withMayBePassedOn(true)));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(1).withMayBePassedOn(true)));
	}

	@Test
	void addInSameBank_otherPermissionToPassOn_keepsTheFirst() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(HOTLINE, photo(hers, 90, TestRegions.of(0).withMayBePassedOn(true)));
		assertListed(HOTLINE, photo(hers, 90, TestRegions.of(0)));
		add(OTHER, photo(hers, 80, TestRegions.of(0).withMayBePassedOn(true)));
		add(OTHER, photo(hers, 80, TestRegions.of(0)));
		assertListed(OTHER, photo(hers, 80, TestRegions.of(0).withMayBePassedOn(true)));
	}

	@Test
	void addInSameBank_anotherKind_keepsTheFirst() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(HOTLINE, new HashRecord(ID, hers, 90, MediaKind.FRAME, null, null));
		assertListed(HOTLINE, photo(hers, 90, TestRegions.of(0)));
		add(OTHER, new HashRecord(ID, hers, 80, MediaKind.FRAME, null, null));
		add(OTHER, photo(hers, 80, TestRegions.of(0)));
		assertListed(OTHER, new HashRecord(ID, hers, 80, MediaKind.FRAME, null, null));
	}

	@Test
	void addInSameBank_anotherHash_isRefusedWithItsBatch() throws IOException {
		add(HOTLINE, photo(hers, 80));
		assertRefused(Reason.ID_TAKEN, () -> add(HOTLINE, HashRecord.ofPhoto(foreign, 90), photo(foreign, 90)));
		assertRefused(Reason.ID_TAKEN, () -> add(HOTLINE, photo(hers, 90), photo(foreign, 90)));
		assertListed(HOTLINE, photo(hers, 80));
		assertNothingWritten();
	}

	@Test
	void addInSameBank_videoAgain_keepsTheLargerQualityOfEachFrame() throws IOException {
		List<FrameHash> mixed = IntStream.range(0, clip.seconds())
				.mapToObj(second -> new FrameHash(1_000 * second, clip.hash(second), second % 2 == 0 ? 60 : 80)).toList();
		add(HOTLINE, video(mixed));
		add(HOTLINE, video(clip.frames(0)));
		assertListed(HOTLINE, video(mixed));
		assertNothingWritten();
		add(HOTLINE, video(clip.frames(70)));
		assertListed(HOTLINE, video(mixed.stream().map(frame -> new FrameHash(frame.timeMs(), frame.hash(), Math.max(70, frame.quality())))
				.toList()));
		assertThat(matches(clip.hash(19))).containsExactly(match(HOTLINE, 19));
	}

	@Test
	void addInSameBank_videoOfOtherFrames_isRefused() throws IOException {
		add(HOTLINE, video(clip.frames()));
		for (List<FrameHash> others : List.of(otherClip.frames(), clip.part(0, 19).frames(), clip.then(otherClip).frames())) {
			assertRefused(Reason.ID_TAKEN, () -> add(HOTLINE, video(others)));
		}
		assertRefused(Reason.ID_TAKEN, () -> add(HOTLINE, photo(hers, 80)));
		assertListed(HOTLINE, video(clip.frames()));
		assertNothingWritten();
	}

	@Test
	void addInSameBank_theSameTwiceInOneBatch_isOneRecordWithTheBestOfBoth() throws IOException {
		add(HOTLINE, photo(hers, 60), photo(hers, 80, TestRegions.of(0)), photo(hers, 70, TestRegions.of(1)));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertNothingWritten();
	}

	// In another bank: the same id, or the same hash.

	@Test
	void addInAnotherBank_sameId_isAnotherRecord() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(OTHER, photo(foreign, 90));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertListed(OTHER, photo(foreign, 90));
		assertThat(matches(hers)).containsExactly(match(HOTLINE));
		assertThat(matches(foreign)).containsExactly(match(OTHER));
		assertThat(index.banksOf(ID)).containsExactly("hotline", "other");
		assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(2L, 2L);
		assertThat(index.verify().records()).isEqualTo(2);
	}

	@Test
	void addInAnotherBank_sameIdAndHashWithQualityZero_leavesHersMatching() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		add(OTHER, photo(hers, 0));
		assertListed(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		assertThat(matches(hers)).containsExactly(match(HOTLINE));
		assertThat(index.idsOf(hers)).as("once for each record").containsExactly(ID, ID);
	}

	@Test
	void addInAnotherBank_higherQualityOrRegions_changeNothingOfHers() throws IOException {
		add(HOTLINE, photo(hers, 40));
		add(OTHER, photo(hers, 100, TestRegions.of(1)));
		assertListed(HOTLINE, photo(hers, 40));
		assertThat(matches(hers)).containsExactly(match(OTHER));
	}

	@Test
	void addInAnotherBank_junkUnderAllHerIdsFirst_doesNotKeepHerListOut() throws IOException {
		List<HashRecord> junk = records(otherClip);
		List<HashRecord> honest = records(clip);
		index.add(OTHER.name(), junk);
		List<String> told = new ArrayList<>();
		try (RecordLoader loader = index.loader(HOTLINE.name(), told::addAll)) {
			for (HashRecord record : honest) {
				loader.add(record);
			}
			loader.commit();
		}
		assertThat(told).hasSize(5_000).startsWith("hotline-0").endsWith("hotline-4999");
		assertThat(index.stats().banks()).contains(new BankStats(HOTLINE, 5_000, 5_000, 0), new BankStats(OTHER, 5_000, 5_000, 0));
		assertThat(matches(clip.hash(19))).hasSize(250).allMatch(match -> match.bank().equals("hotline"));
	}

	private static List<HashRecord> records(Clip pictures) {
		return IntStream.range(0, 5_000).mapToObj(i -> new HashRecord("hotline-" + i, pictures.hash(i % pictures.seconds()), 80,
				MediaKind.PHOTO, null, null)).toList();
	}

	@Test
	void addInAnotherBank_herPictureAsHarmless_stillBlocks() throws IOException {
		add(HARMLESS, photo(hers, 100));
		add(HOTLINE, photo(hers, 80));
		assertThat(matches(hers)).containsExactlyInAnyOrder(match(HOTLINE), match(HARMLESS));
		MatchResult<PhotoMatch> photo = index.match(new Query.Photo(List.of(new PhotoView.Hashed(PhotoView.Transform.AS_IS, hers, 90))),
				MatchOptions.DEFAULT);
		assertThat(photo.matches()).extracting(PhotoMatch::bank).containsExactlyInAnyOrder("hotline", "harmless");
		assertThat(photo.blocks()).isTrue();
		assertThat(index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT).matches()).extracting(VideoMatch::bank)
				.containsExactlyInAnyOrder("hotline", "harmless");
	}

	@Test
	void addInAnotherBank_videoOfTheSameId_isAnotherVideo() throws IOException {
		add(HARMLESS, video(clip.frames(60)));
		add(OTHER, video(otherClip.frames(60)));
		add(HOTLINE, video(clip.frames(80)));
		index.compact(); // into one segment, where they have the same ordinal
		for (int round = 0; round < 2; round++) {
			assertListed(HOTLINE, video(clip.frames(80)));
			assertListed(HARMLESS, video(clip.frames(60)));
			assertListed(OTHER, video(otherClip.frames(60)));
			assertThat(matches(clip.hash(7))).containsExactly(match(HARMLESS, 7), match(HOTLINE, 7));
			assertThat(matches(otherClip.hash(29))).containsExactly(match(OTHER, 29));
			List<VideoMatch> shown = index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT).matches();
			assertThat(shown).extracting(VideoMatch::bank).containsExactlyInAnyOrder("hotline", "harmless");
			assertThat(shown).allSatisfy(match -> {
				assertThat(match.reason()).isEqualTo(VideoMatch.Reason.WHOLE);
				assertThat(match.mediaShare()).isEqualTo(1);
			});
			assertThat(index.stats()).extracting(IndexStats::media, IndexStats::records).containsExactly(3L, 70L);
			index.close();
			index = HashIndex.open(folder);
		}
	}

	/** Scenes in many videos count for less, which would otherwise silence hers. */
	@Test
	void addInAnotherBank_herScenesInManyVideos_leavesHersMatching() throws IOException {
		add(HOTLINE, video(clip.frames()));
		VideoMatch alone = index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT).matches().getFirst();
		index.add(OTHER.name(), IntStream.range(0, 100)
				.mapToObj(i -> VideoRecord.ofFrames(clip.then(Clip.cuts(60, random)).frames())).toList());
		MatchResult<VideoMatch> among = index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT);
		assertThat(among.matches()).as(Seeds.describe(seed)).contains(alone);
		assertThat(among.stats().video().commonScenes()).as("in the other bank").isEqualTo(20);
	}

	@Test
	void addInAnotherBank_raisedThere_leavesHersAsItWas() throws IOException {
		add(HOTLINE, photo(hers, 60, TestRegions.of(0)));
		add(OTHER, photo(hers, 60, TestRegions.of(1)));
		add(OTHER, photo(hers, 90));
		assertListed(HOTLINE, photo(hers, 60, TestRegions.of(0)));
		assertListed(OTHER, photo(hers, 90, TestRegions.of(1)));
	}

	@Test
	void addInAnotherBank_videoRaisedThere_leavesHersAsItWas() throws IOException {
		add(HOTLINE, video(clip.frames(60)));
		add(OTHER, video(clip.frames(60)));
		index.compact();
		add(OTHER, video(clip.frames(90)));
		assertListed(HOTLINE, video(clip.frames(60)));
		assertListed(OTHER, video(clip.frames(90)));
		assertThat(index.stats().withdrawnOnDisk()).as("hers is not rewritten; a merge may have taken the others away")
				.isLessThanOrEqualTo(20);
	}

	@Test
	void add_recordThatNamesAnotherBank_goesWhereTheOperatorPutsIt() throws IOException {
		add(HOTLINE, photo(hers, 80));
		index.add(OTHER.name(), List.of(photo(foreign, 90).withIdAndBank(ID, HOTLINE.name())));
		assertListed(HOTLINE, photo(hers, 80));
		assertListed(OTHER, photo(foreign, 90));
	}

	// Taking back.

	@Test
	void withdraw_inOneBank_leavesTheOther() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(OTHER, photo(hers, 80));
		assertThat(index.withdraw(OTHER.name(), List.of(ID, ID, "nobody"))).isEqualTo(1);
		assertThat(matches(hers)).containsExactly(match(HOTLINE));
		assertThat(index.banksOf(ID)).containsExactly("hotline");
		assertThat(index.withdraw(OTHER.name(), List.of(ID))).isZero();
		assertRefused(Reason.UNKNOWN_BANK, () -> index.withdraw("nowhere", List.of(ID)));
	}

	@Test
	void withdraw_videoInOneBank_leavesTheOtherWhole() throws IOException {
		add(HOTLINE, video(clip.frames()));
		add(OTHER, video(clip.frames()));
		add(HARMLESS, photo(hers, 80));
		index.compact();
		assertThat(index.withdraw(OTHER.name(), List.of(ID))).isEqualTo(1);
		assertThat(listed(OTHER)).isEmpty();
		assertListed(HOTLINE, video(clip.frames()));
		assertListed(HARMLESS, photo(hers, 80));
	}

	@Test
	void withdraw_withoutABank_reachesEveryBank() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(OTHER, video(otherClip.frames()));
		assertThat(index.withdraw(List.of(ID, ID, "nobody"))).isEqualTo(2);
		assertThat(index.banksOf(ID)).isEmpty();
		assertThat(index.stats().records()).isZero();
	}

	@Test
	void withdrawHash_reachesEveryBank() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(OTHER, video(clip.frames()));
		add(HARMLESS, photo(foreign, 80));
		assertThat(index.withdrawHash(hers)).isEqualTo(2);
		assertThat(matches(hers)).isEmpty();
		assertThat(listed(HOTLINE)).isEmpty();
		assertListed(OTHER, video(clip.frames().subList(1, 20)));
		assertListed(HARMLESS, photo(foreign, 80));
	}

	@Test
	void withdraw_thenAddInTheSameBank_mayBeAnotherPictureAndWeaker() throws IOException {
		add(HOTLINE, photo(hers, 80, TestRegions.of(0)));
		index.withdraw(HOTLINE.name(), List.of(ID));
		add(HOTLINE, photo(hers, 60));
		assertListed(HOTLINE, photo(hers, 60));
		index.withdraw(HOTLINE.name(), List.of(ID));
		add(HOTLINE, photo(foreign, 60));
		assertListed(HOTLINE, photo(foreign, 60));
	}

	@Test
	void erase_afterAWithdrawalInOneBank_leavesTheOthersBits() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(OTHER, photo(foreign, 80));
		index.compact();
		index.withdraw(OTHER.name(), List.of(ID));
		index.erase();
		assertThat(new FileSearch(foreign, ID).hashIn(folder)).as(Seeds.describe(seed)).isFalse();
		assertThat(new FileSearch(hers, ID).hashIn(folder)).as(Seeds.describe(seed)).isTrue();
		assertListed(HOTLINE, photo(hers, 80));
		index.withdraw(List.of(ID));
		index.erase();
		assertThat(new FileSearch(hers, ID).hashIn(folder)).as(Seeds.describe(seed)).isFalse();
		assertThat(new FileSearch(hers, ID).idIn(folder)).isFalse();
	}

	@Test
	void snapshot_bothRecordsOfAnId_areInIt() throws IOException {
		add(HOTLINE, photo(hers, 80));
		add(OTHER, photo(foreign, 90));
		Path copy = temporary.resolve("copy");
		index.snapshot(copy);
		try (HashIndex copied = HashIndex.openReadOnly(copy)) {
			assertThat(copied.banksOf(ID)).containsExactly("hotline", "other");
			assertThat(copied.verify().faults()).isEmpty();
		}
	}
}
