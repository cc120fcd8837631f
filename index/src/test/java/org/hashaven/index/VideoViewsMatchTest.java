package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.query.VideoView.Edges;
import org.hashaven.hash.query.VideoView.Transform;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.alignment.Clip;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video is looked up in one view after the other, until something is to be blocked. */
class VideoViewsMatchTest {

	private static final int SECONDS = 20;
	private static final Transform MIRRORED = new Transform(Turning.MIRRORED, Edges.AS_THEY_ARE);
	private static final Transform CUT = new Transform(Turning.NONE, Edges.BORDERS_CUT);

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final Clip hers = Clip.cuts(SECONDS, random);
	private final Clip harmless = Clip.cuts(SECONDS, random);
	private final Clip other = Clip.cuts(SECONDS, random);
	private HashIndex index;

	@BeforeEach
	void fill() throws IOException {
		index = HashIndex.create(temporary.resolve("index"));
		index.putBank(new Bank("harmless", 31, 50, Purpose.IGNORE));
		index.add("default", List.of(VideoRecord.ofFrames(hers.frames()).withIdAndBank("hers", "default")));
		index.add("harmless", List.of(VideoRecord.ofFrames(harmless.frames()).withIdAndBank("harmless", "harmless")));
	}

	@AfterEach
	void close() throws IOException {
		index.close();
	}

	private MatchResult<VideoMatch> lookUp(VideoView... views) throws IOException {
		return index.match(new Query.Video(List.of(views)), MatchOptions.DEFAULT);
	}

	private static VideoView view(Transform how, Clip clip) {
		return new VideoView(how, clip.frames());
	}

	@Test
	void theFirstViewThatBlocksIsTheLast() throws IOException {
		MatchResult<VideoMatch> second = lookUp(view(Transform.AS_IS, other), view(MIRRORED, hers), view(CUT, hers));
		assertThat(second.matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id, VideoMatch::how)
				.containsExactly(tuple("hers", MIRRORED));
		assertThat(second.stats()).extracting(stats -> stats.video().views(), LookupStats::hashes).containsExactly(2, 2 * SECONDS);
		MatchResult<VideoMatch> first = lookUp(view(Transform.AS_IS, hers), view(MIRRORED, hers));
		assertThat(first.matches()).extracting(VideoMatch::how).containsExactly(Transform.AS_IS);
		assertThat(first.stats().video().views()).isEqualTo(1);
		assertThat(lookUp(view(Transform.AS_IS, other), view(MIRRORED, other)).matches()).isEmpty();
	}

	@Test
	void whatIsHarmlessEndsNothing() throws IOException {
		MatchResult<VideoMatch> result = lookUp(view(Transform.AS_IS, harmless), view(CUT, hers.then(harmless)), view(MIRRORED, hers));
		assertThat(result.matches()).as(Seeds.describe(seed)).extracting(VideoMatch::id, VideoMatch::how)
				.containsExactlyInAnyOrder(tuple("harmless", Transform.AS_IS), tuple("hers", CUT));
		assertThat(result.stats().video().views()).isEqualTo(2);
	}

	@Test
	void theCapHoldsForAllViewsTogether() throws IOException {
		VideoView both = view(Transform.AS_IS, harmless);
		MatchResult<VideoMatch> result = index.match(new Query.Video(List.of(both, view(MIRRORED, hers))),
				MatchOptions.DEFAULT.withResultCap(1));
		assertThat(result.matches()).hasSize(1);
		assertThat(result.capped()).isTrue();
	}

	@Test
	void aStillSaysHowItWasSeen() throws IOException {
		VideoMatch still = lookUp(view(Transform.AS_IS, other), view(MIRRORED, hers.part(3, 4))).matches().getFirst();
		assertThat(still).extracting(VideoMatch::reason, VideoMatch::how).containsExactly(VideoMatch.Reason.STILL, MIRRORED);
	}

	/** A video with borders is stored with two hashes of each frame: seen either way, all of it was found. */
	@Test
	void aFrameThatIsThereTwiceCountsOnce() throws IOException {
		Clip cut = Clip.cuts(SECONDS, random);
		Clip framed = Clip.cuts(SECONDS, random);
		List<FrameHash> frames = new ArrayList<>();
		for (int second = 0; second < SECONDS; second++) {
			frames.add(framed.frames().get(second));
			frames.add(cut.frames().get(second));
		}
		index.add("default", List.of(VideoRecord.ofFrames(frames).withIdAndBank("framed", "default")));
		for (Clip seen : List.of(cut, framed)) {
			VideoMatch match = lookUp(view(Transform.AS_IS, seen.noisy(20))).matches().getFirst();
			assertThat(match).as(Seeds.describe(seed)).extracting(VideoMatch::id, VideoMatch::reason, VideoMatch::mediaShare)
					.containsExactly("framed", VideoMatch.Reason.WHOLE, 1.0);
		}
	}

	@Test
	void itsOptionsAreAsked() {
		assertRefused(Reason.UNKNOWN_BANK, () -> index.match(new Query.Video(List.of(view(Transform.AS_IS, hers))),
				MatchOptions.DEFAULT.withBanks(Set.of("none"))));
	}
}
