package org.hashaven.samples.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.testdata.Seeds;
import org.hashaven.samples.pictures.Picture;
import org.junit.jupiter.api.Test;

final class ClipsTest {

	private static final int WIDTH = 80;
	private static final int HEIGHT = 60;

	@Test
	void aSeedGivesTheSameClipAgainAndAnotherGivesAnother() throws IOException {
		long seed = Seeds.next();
		List<TimedPicture> once = play(Clips.scenes(seed, WIDTH, HEIGHT, 2_000));
		assertThat(once).as(Seeds.describe(seed)).hasSize(50).isEqualTo(play(Clips.scenes(seed, WIDTH, HEIGHT, 2_000)));
		assertThat(play(Clips.scenes(seed + 1, WIDTH, HEIGHT, 2_000)).getFirst()).as(Seeds.describe(seed)).isNotEqualTo(once.getFirst());
	}

	@Test
	void theFramesAreWhatIsSeenAtTheirTimes() throws IOException {
		long seed = Seeds.next();
		for (GeneratedClip clip : List.of(Clips.scenes(seed, WIDTH, HEIGHT, 3_000), Clips.spycam(seed, WIDTH, HEIGHT, 1_000),
				Clips.fastCuts(seed, WIDTH, HEIGHT, 2_000).at(29.97))) {
			for (TimedPicture frame : play(clip)) {
				assertThat(clip.pictureAt(frame.timeUs())).as(Seeds.describe(seed)).isEqualTo(frame.picture());
			}
		}
	}

	@Test
	void pictureChangeMuchAtCutsAndLittleBetweenThem() throws IOException {
		GeneratedClip clip = Clips.scenes(1, WIDTH, HEIGHT, 20_000);
		assertThat(clip.cutsUs()).hasSizeBetween(5, 20).first().isEqualTo(0L);
		List<TimedPicture> frames = play(clip);
		for (int i = 1; i < frames.size(); i++) {
			double change = Likeness.distance(frames.get(i - 1).picture(), frames.get(i).picture());
			boolean cut = clip.cutsUs().contains(frames.get(i).timeUs());
			assertThat(change > 10).as("at %d us by %f", frames.get(i).timeUs(), change).isEqualTo(cut);
		}
	}

	@Test
	void fastCutsAreFast() {
		List<Long> cuts = Clips.fastCuts(2, WIDTH, HEIGHT, 10_000).cutsUs();
		for (int i = 1; i < cuts.size(); i++) {
			assertThat(cuts.get(i) - cuts.get(i - 1)).isBetween(160_000L, 700_000L);
		}
	}

	@Test
	void aStillClipDoesNotMoveAndASpycamHardlyDoes() {
		GeneratedClip still = Clips.still(3, WIDTH, HEIGHT, 5_000);
		assertThat(still.pictureAt(4_999_999)).isEqualTo(still.pictureAt(0));
		GeneratedClip spycam = Clips.spycam(3, WIDTH, HEIGHT, 5_000);
		assertThat(Likeness.distance(spycam.pictureAt(0), spycam.pictureAt(1_000_000))).isBetween(0.5, 40.0);
	}

	@Test
	void cardsAreEvenOrLettered() {
		Picture black = Clips.even(0, WIDTH, HEIGHT, 1_000).pictureAt(0);
		assertThat(black.samples()).containsOnly(0);
		Picture title = Clips.title(5, WIDTH, HEIGHT, 1_000).pictureAt(0);
		assertThat(Likeness.distance(black, title)).isBetween(1.0, 60.0);
	}

	static List<TimedPicture> play(MovingPicture clip) throws IOException {
		List<TimedPicture> all = new ArrayList<>();
		try (Frames frames = clip.frames()) {
			for (TimedPicture frame = frames.next(); frame != null; frame = frames.next()) {
				all.add(frame);
			}
		}
		return all;
	}
}
