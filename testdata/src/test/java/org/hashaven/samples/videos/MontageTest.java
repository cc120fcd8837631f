package org.hashaven.samples.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.hashaven.samples.pictures.Picture;
import org.junit.jupiter.api.Test;

final class MontageTest {

	private final GeneratedClip clip = Clips.scenes(6, 64, 48, 4_000);

	@Test
	void aCutShowsThatPartFromZeroOn() throws IOException {
		MovingPicture cut = Montage.cut(clip, 1_000_000, 2_000_000);
		List<TimedPicture> frames = ClipsTest.play(cut);
		assertThat(cut.durationUs()).isEqualTo(1_000_000);
		assertThat(frames).hasSize(25);
		for (TimedPicture frame : frames) {
			assertThat(frame.picture()).isEqualTo(clip.pictureAt(frame.timeUs() + 1_000_000));
		}
	}

	@Test
	void aCutBehindTheEndStopsThere() throws IOException {
		MovingPicture cut = Montage.cut(clip, 3_000_000, Long.MAX_VALUE);
		assertThat(cut.durationUs()).isEqualTo(1_000_000);
		assertThat(ClipsTest.play(cut)).hasSize(25);
	}

	@Test
	void fasterMovesTheTimes() throws IOException {
		MovingPicture fast = Montage.faster(clip, 1.25);
		assertThat(fast.durationUs()).isEqualTo(3_200_000);
		assertThat(times(fast)).containsExactly(LongStream.range(0, 100).map(index -> index * 32_000).toArray());
	}

	@Test
	void joinedPartsFollowEachOther() throws IOException {
		MovingPicture joined = Montage
				.joined(List.of(Clips.even(0, 64, 48, 400), Montage.cut(clip, 0, 400_000), Clips.even(0, 64, 48, 200)));
		assertThat(joined.durationUs()).isEqualTo(1_000_000);
		assertThat(times(joined)).containsExactly(LongStream.range(0, 25).map(index -> index * 40_000).toArray());
		assertThat(ClipsTest.play(joined).get(10).picture()).isEqualTo(clip.pictureAt(0));
	}

	@Test
	void droppingLeavesAboutTheRestAtTheirTimes() throws IOException {
		List<TimedPicture> frames = ClipsTest.play(Montage.dropping(clip, 0.3, 1));
		assertThat(frames).hasSizeBetween(55, 85);
		assertThat(frames.getFirst().timeUs()).isZero();
		for (TimedPicture frame : frames) {
			assertThat(frame.picture()).isEqualTo(clip.pictureAt(frame.timeUs()));
		}
	}

	@Test
	void unevenFramesStandAtUnevenTimes() throws IOException {
		long[] times = times(Montage.uneven(clip));
		assertThat(LongStream.of(times).filter(time -> time < 1_000_000)).hasSize(25);
		assertThat(LongStream.of(times).filter(time -> time >= 1_000_000 && time < 2_000_000)).hasSizeBetween(12, 13);
		assertThat(LongStream.of(times).filter(time -> time >= 2_000_000 && time < 3_000_000)).hasSize(5);
	}

	@Test
	void theFirstFrameStaysAlone() throws IOException {
		assertThat(times(Montage.firstFrame(clip))).containsExactly(0);
	}

	@Test
	void drawingChangesEveryPicture() throws IOException {
		for (TimedPicture frame : ClipsTest.play(Montage.drawnOn(clip, Picture::toGrey))) {
			assertThat(frame.picture()).isEqualTo(clip.pictureAt(frame.timeUs()).toGrey());
		}
	}

	private static long[] times(MovingPicture clip) throws IOException {
		return ClipsTest.play(clip).stream().mapToLong(TimedPicture::timeUs).toArray();
	}
}
