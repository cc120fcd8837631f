package org.hashaven.samples.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepeatedVideoTest {

	@Test
	void theSameFramesComeAgainLater(@TempDir Path folder) throws IOException {
		VideoSample sample = VideoSamples.named("mp4-h264");
		Path file = folder.resolve("three.mp4");
		RepeatedVideo.write(sample.file(), sample.durationUs(), 3, file);
		List<TimedPicture> once = ClipsTest.play(DecodedVideo.of(sample.file()));
		List<TimedPicture> thrice = ClipsTest.play(DecodedVideo.of(file));
		assertThat(thrice).hasSize(3 * once.size());
		for (int i = 0; i < thrice.size(); i += 7) {
			TimedPicture first = once.get(i % once.size());
			assertThat(thrice.get(i).picture()).isEqualTo(first.picture());
			assertThat(thrice.get(i).timeUs()).isEqualTo(first.timeUs() + i / once.size() * sample.durationUs());
		}
	}
}
