package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.SoftAssertions;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.alignment.Clip;
import org.hashaven.index.video.VideoLookup;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos looked up among others, after what people do to them: which are found, where, and that no others are. */
class VideoMatchTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int VIDEOS = 200;
	private static final int SECONDS = 60;
	private static final int NOISE_BITS = 31;

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final List<Clip> videos = new ArrayList<>();
	private HashIndex index;

	@BeforeEach
	void fill() throws IOException {
		index = HashIndex.create(temporary.resolve("index"));
		for (int i = 0; i < VIDEOS; i++) {
			videos.add(i % 2 == 0 ? Clip.cuts(SECONDS, random) : Clip.takes(SECONDS, 4, random));
			if (i % 50 == 49) { // several segments
				add(videos.subList(i - 49, i + 1), i - 49);
			}
		}
	}

	@AfterEach
	void close() throws IOException {
		index.close();
	}

	private void add(List<Clip> clips, int firstId) throws IOException {
		List<VideoRecord> records = new ArrayList<>();
		for (Clip clip : clips) {
			records.add(VideoRecord.ofFrames(clip.frames()).withIdAndBank(Integer.toString(firstId + records.size()), BANK));
		}
		index.add(BANK, records);
	}

	private MatchResult<VideoMatch> lookUp(Clip query) throws IOException {
		return lookUp(query.frames());
	}

	private MatchResult<VideoMatch> lookUp(List<FrameHash> frames) throws IOException {
		return index.match(Query.ofVideo(frames), MatchOptions.DEFAULT);
	}

	private static MatchedSpan span(int queryFrom, int queryTo, int mediaFrom, int mediaTo) {
		return new MatchedSpan(1_000 * queryFrom, 1_000 * queryTo, 1_000 * mediaFrom, 1_000 * mediaTo);
	}

	/** A way to make a new video out of one, or of parts of it and new ones. */
	@FunctionalInterface
	private interface Making {
		List<FrameHash> of(Clip video);
	}

	/** Holds to every fifth video being found after what is done to it, and no other with it. */
	private void assertFound(String what, Set<VideoMatch.Reason> reasons, Making making) throws IOException {
		SoftAssertions all = new SoftAssertions();
		for (int i = 0; i < VIDEOS; i += 5) {
			MatchResult<VideoMatch> answer = lookUp(making.of(videos.get(i)));
			all.assertThat(answer.matches()).as("%s, video %d; %s", what, i, Seeds.describe(seed)).hasSize(1)
					.allMatch(match -> reasons.contains(match.reason()));
			all.assertThat(answer.matches()).extracting(VideoMatch::id).as("%s; %s", what, Seeds.describe(seed))
					.containsExactly(Integer.toString(i));
			all.assertThat(answer.capped()).isFalse();
		}
		all.assertAll();
	}

	@Test
	void whatPeopleDoToVideosDoesNotHideThem() throws IOException {
		assertFound("copy", Set.of(VideoMatch.Reason.WHOLE), video -> video.noisy(NOISE_BITS / 2).frames());
		assertFound("bad copy", Set.of(VideoMatch.Reason.WHOLE), video -> video.noisy(NOISE_BITS).frames());
		assertFound("a tenth", Set.of(VideoMatch.Reason.CUT_FROM, VideoMatch.Reason.STILL),
				video -> video.part(27, 33).noisy(NOISE_BITS / 2).frames());
		assertFound("its end", Set.of(VideoMatch.Reason.CUT_FROM), video -> video.part(40, 60).noisy(NOISE_BITS / 2).frames());
		assertFound("intro", Set.of(VideoMatch.Reason.CONTAINS), video -> Clip.cuts(30, random).then(video.noisy(NOISE_BITS / 2)).frames());
		assertFound("slower by a quarter", Set.of(VideoMatch.Reason.WHOLE), video -> video.atSpeed(0.8).noisy(NOISE_BITS / 2).frames());
		assertFound("faster", Set.of(VideoMatch.Reason.WHOLE), video -> video.atSpeed(1.2).noisy(NOISE_BITS / 2).frames());
		assertFound("a quarter lost", Set.of(VideoMatch.Reason.WHOLE), video -> video.noisy(NOISE_BITS / 2).framesLosing(0.25));
		assertFound("another order", Set.of(VideoMatch.Reason.WHOLE),
				video -> video.part(30, 60).then(video.part(0, 30)).noisy(NOISE_BITS / 2).frames());
		assertFound("some of it", Set.of(VideoMatch.Reason.PART),
				video -> Clip.cuts(20, random).then(video.part(15, 46)).then(Clip.cuts(20, random)).noisy(NOISE_BITS / 2).frames());
	}

	@Test
	void theSpansTellWhere() throws IOException {
		Clip a = videos.get(4);
		Clip b = videos.get(116);
		Clip query = Clip.cuts(30, random).then(a.part(10, 50)).then(Clip.cuts(5, random)).then(b.part(30, 60)).then(b.part(0, 20));
		MatchResult<VideoMatch> answer = lookUp(query.noisy(NOISE_BITS));

		assertThat(answer.matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id).containsExactly("116", "4");
		VideoMatch ofA = answer.matches().get(1);
		assertThat(ofA.spans()).containsExactly(span(30, 69, 10, 49));
		assertThat(ofA.queryShare()).isEqualTo(40 / 125.0);
		assertThat(ofA.mediaShare()).isEqualTo(40 / 60.0);
		assertThat(ofA.score()).isEqualTo(40);
		assertThat(ofA.reason()).isEqualTo(VideoMatch.Reason.PART);
		assertThat(answer.matches().get(0).spans()).containsExactly(span(75, 104, 30, 59), span(105, 124, 0, 19));
		assertThat(answer.matches().get(0).reason()).isEqualTo(VideoMatch.Reason.CONTAINS);
		assertThat(answer.stats()).extracting(LookupStats::hashes, stats -> stats.video().hits(), stats -> stats.video().aligned())
				.containsExactly(125, 90L, 2);
	}

	@Test
	void threeJoinedAreAllFound() throws IOException {
		for (int i = 0; i < 60; i += 3) {
			Clip query = videos.get(i).part(0, 20).then(videos.get(i + 1).part(20, 40)).then(videos.get(i + 2)).noisy(12);
			assertThat(lookUp(query).matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id).containsExactlyInAnyOrder("" + i,
					"" + (i + 1), "" + (i + 2));
		}
	}

	@Test
	void strangersMatchNothing() throws IOException {
		for (int i = 0; i < 100; i++) {
			Clip stranger = i % 2 == 0 ? Clip.cuts(SECONDS, random) : Clip.takes(SECONDS, 4, random);
			assertThat(lookUp(stranger).matches()).as(Seeds.describe(seed)).isEmpty();
		}
	}

	@Test
	void oneSceneInCommonIsNoMatchHoweverLongItIs() throws IOException {
		Clip still = Clip.still(40, random);
		add(List.of(Clip.cuts(20, random).then(still.noisy(10))), VIDEOS);
		for (int i = 0; i < 20; i++) {
			assertThat(lookUp(still.noisy(10).then(Clip.cuts(20, random))).matches()).as(Seeds.describe(seed)).isEmpty();
		}
	}

	@Test
	void titlesInManyVideosAreNoMatchThoughTheyMove() throws IOException {
		Clip title = Clip.cuts(10, random);
		List<Clip> titled = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			titled.add(title.noisy(8).then(Clip.cuts(SECONDS - 10, random)));
		}
		add(titled, VIDEOS);
		for (int i = 0; i < 20; i++) {
			MatchResult<VideoMatch> answer = lookUp(title.noisy(8).then(Clip.cuts(50, random)));
			assertThat(answer.matches()).as(Seeds.describe(seed)).isEmpty();
			assertThat(answer.stats().video().commonScenes()).isEqualTo(10);
		}
		assertThat(lookUp(titled.get(7).noisy(8)).matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id)
				.containsExactly("" + (VIDEOS + 7));
		assertThat(lookUp(title).matches()).as("a title alone; " + Seeds.describe(seed)).isEmpty();
	}

	@Test
	void copiesOfOneVideoDoNotHideEachOther() throws IOException {
		Clip viral = Clip.cuts(SECONDS, random);
		List<Clip> copies = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			copies.add(viral.noisy(10));
		}
		add(copies, VIDEOS);
		assertThat(lookUp(viral).matches()).as(Seeds.describe(seed)).hasSize(60);
		assertThat(lookUp(viral.part(20, 30).noisy(8)).matches()).as(Seeds.describe(seed)).hasSize(60);
		Clip joined = Clip.cuts(40, random).then(viral.part(0, 15)).then(videos.get(4)).noisy(8);
		assertThat(lookUp(joined).matches()).as(Seeds.describe(seed)).hasSize(61).first().extracting(VideoMatch::id).isEqualTo("4");
		MatchResult<VideoMatch> capped = index.match(Query.ofVideo(viral.frames()), MatchOptions.DEFAULT.withResultCap(7));
		assertThat(capped.matches()).hasSize(7);
		assertThat(capped.capped()).isTrue();
	}

	@Test
	void framesTooPlainDoNotCount() throws IOException {
		Clip a = videos.get(0);
		assertThat(lookUp(a.frames(49)).matches()).isEmpty();
		assertThat(lookUp(a.frames(49)).stats()).extracting(LookupStats::hashes, stats -> stats.video().framesTooPlain())
				.containsExactly(0, 60);
		assertThat(lookUp(a.frames(50)).matches()).hasSize(1);

		List<FrameHash> dark = new ArrayList<>(Clip.cuts(10, random).frames(30));
		List<FrameHash> bright = a.frames();
		bright.forEach(frame -> dark.add(new FrameHash(10_000 + frame.timeMs(), frame.hash(), frame.quality())));
		index.add(BANK, List.of(VideoRecord.ofFrames(dark).withIdAndBank("dark", BANK)));
		VideoMatch match = lookUp(dark).matches().stream().filter(found -> found.id().equals("dark")).findFirst().orElseThrow();
		assertThat(match.queryShare()).as("of those that count").isEqualTo(1);
		assertThat(match.mediaShare()).as("of those that count").isEqualTo(1);
		assertThat(match.spans()).containsExactly(span(10, 69, 10, 69));
	}

	@Test
	void eachBankHasItsRules() throws IOException {
		index.putBank(new Bank("strict", 4, 80, Purpose.IGNORE));
		Clip clip = Clip.cuts(SECONDS, random);
		index.add("strict", List.of(VideoRecord.ofFrames(clip.frames()).withIdAndBank("s", BANK)));
		index.putBank(new Bank("samples", 31, 50, Purpose.COMMON));
		index.add("samples", List.of(VideoRecord.ofFrames(clip.frames()).withIdAndBank("never", BANK)));

		assertThat(lookUp(clip.noisy(4)).matches()).extracting(VideoMatch::id, VideoMatch::bank, VideoMatch::purpose)
				.containsExactly(tuple("s", "strict", Purpose.IGNORE));
		assertThat(lookUp(clip.frames(79)).matches()).isEmpty();
		assertThat(index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT.withBanks(Set.of(BANK))).matches()).isEmpty();
		assertThat(index.match(Query.ofVideo(clip.noisy(20).frames()), MatchOptions.DEFAULT.withRadius(31)).matches()).hasSize(1);
		assertRefused(Reason.UNKNOWN_BANK,
				() -> index.match(Query.ofVideo(clip.frames()), MatchOptions.DEFAULT.withBanks(Set.of("strickt"))));
	}

	@Test
	void aVideoOfOneSceneIsMatchedAsAPictureIs() throws IOException {
		Clip still = Clip.still(12, random).noisy(6);
		add(List.of(still), VIDEOS);
		VideoMatch shown = lookUp(Clip.cuts(30, random).then(still.part(3, 8).noisy(6)).then(Clip.cuts(5, random))).matches().getFirst();
		assertThat(shown.id()).isEqualTo("" + VIDEOS);
		assertThat(shown.reason()).isEqualTo(VideoMatch.Reason.STILL);
		assertThat(shown.spans().getFirst().queryFromMs()).isEqualTo(30_000);
		assertThat(shown.spans().getLast().queryToMs()).isEqualTo(34_000);

		VideoMatch one = lookUp(videos.get(50).part(17, 18).noisy(NOISE_BITS)).matches().getFirst();
		assertThat(one.id()).isEqualTo("50");
		assertThat(one.reason()).isEqualTo(VideoMatch.Reason.STILL);
		assertThat(one.spans()).containsExactly(span(0, 0, 17, 17));
		assertThat(one.queryShare()).isEqualTo(1);
	}

	/** Three frames of it, each near it and far from the others: three scenes on the one side, one on the other. */
	@Test
	void aCutOfOneTakeIsMatchedThoughNoiseMakesScenesOfIt() throws IOException {
		Clip take = Clip.still(10, random);
		add(List.of(Clip.cuts(20, random).then(take).then(Clip.cuts(20, random))), VIDEOS);
		List<FrameHash> cut = new ArrayList<>();
		for (int second = 0; second < 3; second++) {
			long[] words = new long[Hash256.WORDS];
			for (int word = 0; word < words.length; word++) {
				words[word] = take.hash(4).word(word) ^ (word == second ? 0xf_ffff : 0);
			}
			cut.add(new FrameHash(1_000 * second, Hash256.ofWords(words[0], words[1], words[2], words[3]), 100));
		}
		assertThat(lookUp(cut).matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id, VideoMatch::reason)
				.containsExactly(tuple(Integer.toString(VIDEOS), VideoMatch.Reason.STILL));
		Clip.cuts(3, random).frames().forEach(frame -> cut.add(new FrameHash(3_000 + frame.timeMs(), frame.hash(), 100)));
		assertThat(lookUp(cut).matches()).as("among other things; %s", Seeds.describe(seed)).isEmpty();
	}

	@Test
	void aPhotoShownInAVideoIsFound() throws IOException {
		Clip clip = Clip.cuts(20, random);
		index.add(BANK, List.of(new HashRecord("photo", clip.hash(5), 100, MediaKind.PHOTO, null, null)));
		List<VideoMatch> matches = lookUp(clip.noisy(NOISE_BITS)).matches();
		assertThat(matches).containsExactly(new VideoMatch("photo", BANK, Purpose.BLOCK, VideoMatch.Reason.PHOTO, VideoView.Transform.AS_IS,
				List.of(span(5, 5, 0, 0)), 1 / 20.0, 1, 1));
		assertThat(lookUp(clip.part(6, 20)).matches()).isEmpty();
	}

	@Test
	void whatIsWithdrawnIsFoundNoMore() throws IOException {
		Clip a = videos.get(7);
		assertThat(lookUp(a).matches()).hasSize(1);
		index.withdrawHash(a.hash(0));
		assertThat(lookUp(a).matches().getFirst().mediaShare()).as("of the frames that are left").isEqualTo(1);
		index.withdraw(List.of("7"));
		assertThat(lookUp(a).matches()).isEmpty();
		index.compact();
		assertThat(lookUp(a).matches()).isEmpty();
		assertThat(lookUp(videos.get(8)).matches()).extracting(VideoMatch::id).containsExactly("8");
	}

	@Test
	void aFloodOfOnePictureIsBounded() throws IOException {
		Clip picture = Clip.still(1, random);
		List<HashRecord> flood = new ArrayList<>();
		for (int i = 0; i < VideoLookup.MAX_HITS_A_FRAME + 500; i++) {
			flood.add(new HashRecord(null, picture.hash(0), 100, MediaKind.PHOTO, null, null));
		}
		index.add(BANK, flood);
		MatchResult<VideoMatch> answer = lookUp(videos.get(9).then(picture));
		assertThat(answer.stats().video().framesCapped()).isEqualTo(1);
		assertThat(answer.capped()).isTrue();
		assertThat(answer.matches()).hasSize(MatchOptions.DEFAULT_RESULT_CAP).first().extracting(VideoMatch::id).isEqualTo("9");
	}

	@Test
	void aCameraThatStandsStillForHoursIsSoonCompared() throws IOException {
		Clip clip = Clip.cuts(10, random).then(Clip.still(3_000, random)).then(Clip.takes(1_000, 1, random)).noisy(4);
		add(List.of(clip, clip.noisy(4), clip.part(0, 1_500)), VIDEOS);

		MatchResult<VideoMatch> answer = lookUp(clip.noisy(4));

		assertThat(answer.capped()).isFalse();
		assertThat(answer.matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id).containsExactlyInAnyOrder("" + VIDEOS,
				"" + (VIDEOS + 1), "" + (VIDEOS + 2));
		for (VideoMatch match : answer.matches().subList(0, 2)) {
			assertThat(match.reason()).isEqualTo(VideoMatch.Reason.WHOLE);
			assertThat(match.spans()).as(Seeds.describe(seed)).first().extracting(MatchedSpan::queryFromMs, MatchedSpan::mediaFromMs)
					.containsExactly(0, 0);
			assertThat(match.queryShare()).isGreaterThan(0.99);
			assertThat(match.mediaShare()).isGreaterThan(0.99);
		}
	}

	@Test
	void onlyVideosAreLookedUp() {
		assertThatIllegalArgumentException().isThrownBy(() -> lookUp(List.of()));
		List<FrameHash> frames = videos.get(0).frames();
		assertThatIllegalArgumentException().isThrownBy(() -> lookUp(List.of(frames.get(1), frames.get(0))));
	}
}
