package org.hashaven.video.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.hashaven.video.VideoOptions;
import org.junit.jupiter.api.Test;

/** Frames are picked by time, and between at new shots and in the first seconds. */
class FramePickerTest {

	private static List<Long> picked(VideoOptions options, long stepMs, long endMs, Set<Long> shots) {
		FramePicker picker = new FramePicker(options);
		return LongStream.iterate(0, timeMs -> timeMs < endMs, timeMs -> timeMs + stepMs)
				.filter(timeMs -> picker.pick(timeMs, shots.contains(timeMs)) == FramePicker.Pick.SAMPLE).boxed().toList();
	}

	private static final VideoOptions PLAIN = VideoOptions.DEFAULT.withExtraFrames(false);

	@Test
	void everyFrame() {
		assertThat(picked(VideoOptions.VPDQ, 40, 400, Set.of())).hasSize(10);
	}

	@Test
	void oneEachSecondAndTheFirst() {
		assertThat(picked(PLAIN, 40, 3_500, Set.of())).containsExactly(0L, 1_000L, 2_000L, 3_000L);
		assertThat(picked(PLAIN, 300, 3_500, Set.of(600L))).containsExactly(0L, 1_200L, 2_100L, 3_000L);
		assertThat(picked(PLAIN.withFramesPerSecond(2), 100, 1_600, Set.of())).containsExactly(0L, 500L, 1_000L, 1_500L);
		assertThat(picked(PLAIN.withFramesPerSecond(0.5), 500, 5_000, Set.of())).containsExactly(0L, 2_000L, 4_000L);
	}

	@Test
	void slowVideosGiveEveryFrame() {
		assertThat(picked(PLAIN, 2_500, 10_000, Set.of())).containsExactly(0L, 2_500L, 5_000L, 7_500L);
	}

	@Test
	void newShotsBetween() {
		assertThat(picked(VideoOptions.DEFAULT, 100, 8_000, Set.of(5_300L, 6_100L)).stream().filter(timeMs -> timeMs >= 5_000))
				.containsExactly(5_000L, 5_300L, 6_000L, 6_200L, 7_000L);
	}

	@Test
	void flickerCountsFewTimes() {
		Set<Long> flicker = Set.copyOf(LongStream.iterate(5_000, timeMs -> timeMs + 10).limit(100).boxed().toList());
		assertThat(picked(VideoOptions.DEFAULT, 10, 6_000, flicker).stream().filter(timeMs -> timeMs >= 5_000)).hasSizeBetween(7, 9);
	}

	@Test
	void betweenThemFramesThatMayHaveMoved() {
		FramePicker picker = new FramePicker(VideoOptions.DEFAULT);
		List<FramePicker.Pick> picks = LongStream.range(0, 75).mapToObj(frame -> picker.pick(100 * frame, frame == 63)).toList();
		assertThat(LongStream.range(40, 75).filter(frame -> picks.get((int) frame) == FramePicker.Pick.IF_MOVED))
				.as("in the middle of each second, and half a second after a new shot").containsExactly(45L, 55L, 68L);
		FramePicker plain = new FramePicker(PLAIN);
		assertThat(LongStream.range(0, 75).mapToObj(frame -> plain.pick(100 * frame, false)))
				.doesNotContain(FramePicker.Pick.IF_MOVED);
	}

	@Test
	void theFirstSecondsMoreOften() {
		assertThat(picked(VideoOptions.DEFAULT, 50, 1_000, Set.of())).containsExactly(0L, 250L, 500L, 750L);
		assertThat(picked(VideoOptions.DEFAULT, 50, 7_000, Set.of())).hasSize(16 + 3);
	}
}
