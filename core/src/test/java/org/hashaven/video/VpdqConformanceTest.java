package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashaven.testdata.SharedData;
import org.junit.jupiter.api.Test;

/** Frames have the hashes that vPDQ's program gives them. */
class VpdqConformanceTest {

	/** Codecs differ by a bit of rounding; the same picture by no more than this. */
	private static final int NEAR = 10;

	/** Its own sample videos with its hashes of every frame, where they lie beside the repository. */
	@Test
	void everyFrameOfTheSampleVideos() throws IOException {
		Optional<Path> folder = SharedData.folder("vpdq");
		List<Path> lists;
		try (Stream<Path> files = folder.isPresent() ? Files.list(folder.get()) : Stream.empty()) {
			lists = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
		}
		assertThat(lists).hasSize(folder.isPresent() ? 6 : 0);
		for (Path list : lists) {
			List<VpdqFrame> expected;
			try (var text = Files.newBufferedReader(list)) {
				expected = VpdqFormat.read(text);
			}
			Path video = Path.of(list.toString().replace(".txt", ".mp4"));
			VideoHash hash = new VideoHasher(VideoOptions.VPDQ).hash(video);
			List<VpdqFrame> frames = hash.vpdqFrames();
			assertThat(frames).hasSameSizeAs(expected);
			for (int i = 0; i < frames.size(); i++) {
				assertThat(frames.get(i).number()).isEqualTo(expected.get(i).number());
				assertThat(frames.get(i).timeMs()).isEqualTo(expected.get(i).timeMs());
				assertThat(frames.get(i).quality()).isCloseTo(expected.get(i).quality(), offset(1));
				assertThat(frames.get(i).hash().distance(expected.get(i).hash())).isLessThanOrEqualTo(NEAR);
			}
			VpdqComparison same = VpdqComparison.of(hash.frames(), expected.stream().map(VpdqFrame::frameHash).toList());
			assertThat(same).isEqualTo(new VpdqComparison(100, 100));
		}
	}
}
