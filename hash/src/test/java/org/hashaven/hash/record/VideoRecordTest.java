package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.junit.jupiter.api.Test;

class VideoRecordTest {

	private static final String HEX = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593";

	private static FrameHash frame(int timeMs) {
		return new FrameHash(timeMs, hash(), 100);
	}

	private static Hash256 hash() {
		try {
			return Hash256.fromHex(HEX);
		} catch (HashFormatException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aFrameIsHeldToItsLimits() {
		assertThat(new FrameHash(0, hash(), 0).quality()).isZero();
		assertThat(new FrameHash(Integer.MAX_VALUE, hash(), 100).timeMs()).isEqualTo(Integer.MAX_VALUE);
		assertThatThrownBy(() -> frame(-1)).isInstanceOf(IllegalArgumentException.class);
		for (int quality : new int[]{-1, 101}) {
			assertThatThrownBy(() -> new FrameHash(0, hash(), quality)).isInstanceOf(IllegalArgumentException.class)
					.hasMessageContaining("quality");
		}
	}

	@Test
	void framesComeInTheOrderOfTheirTimes() {
		assertThat(VideoRecord.ofFrames(List.of(frame(0), frame(40), frame(40), frame(80))).frames()).hasSize(4);
		assertThatThrownBy(() -> VideoRecord.ofFrames(List.of(frame(0), frame(80), frame(40)))).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("order");
	}

	@Test
	void aVideoHasFramesAndNotTooMany() {
		assertThatThrownBy(() -> VideoRecord.ofFrames(List.of())).isInstanceOf(IllegalArgumentException.class);
		List<FrameHash> tooMany = Collections.nCopies(VideoRecord.MAX_FRAMES + 1, frame(0));
		assertThatThrownBy(() -> VideoRecord.ofFrames(tooMany)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining(Integer.toString(VideoRecord.MAX_FRAMES));
		assertThat(VideoRecord.ofFrames(tooMany.subList(1, tooMany.size())).frames()).hasSize(VideoRecord.MAX_FRAMES);
	}

	@Test
	void itTakesACopyOfTheFrames() {
		List<FrameHash> frames = new ArrayList<>(List.of(frame(0)));
		VideoRecord video = VideoRecord.ofFrames(frames);
		frames.add(frame(1));
		assertThat(video.frames()).hasSize(1).isUnmodifiable();
	}

	@Test
	void idAndBankAreHeldToTheirLimits() {
		VideoRecord video = VideoRecord.ofFrames(List.of(frame(0)));
		assertThat(video.withIdAndBank("v-1", "ncii")).isEqualTo(new VideoRecord("v-1", List.of(frame(0)), "ncii", null));
		assertThatThrownBy(() -> video.withIdAndBank("", "ncii")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> video.withIdAndBank("v-1", "a\nb")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void itsTextShowsNeitherHashNorTimeNorName() {
		VideoRecord video = VideoRecord.ofFrames(List.of(frame(61_234))).withIdAndBank("v-1", "ncii").withName("holiday.mp4");
		for (String text : List.of(video.toString(), video.frames().toString())) {
			assertThat(text).doesNotContain(HEX.substring(0, 8)).doesNotContain("61").doesNotContain("holiday");
		}
		assertThat(video).hasToString("VideoRecord[id=v-1, bank=ncii]");
	}
}
