package org.hashaven.samples.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VideoDistortionsTest {

	private static final long SEED = 9;
	private static final GeneratedClip CLIP = Clips.scenes(SEED, 96, 72, 5_000);
	/** These change every picture so that it is no longer like the one it was. */
	private static final Set<String> LOOKS_CHANGED = Set.of("mirrored", "letterbox-added", "letterbox-removed", "pillarbox-added",
			"white-border", "upside-down", "quarter-turn", "mirrored-and-boxed", "cropped-5", "text");

	static Stream<VideoDistortion> catalogue() {
		return VideoDistortions.catalogue().stream();
	}

	@Test
	void namesAreUniqueAndFound() {
		assertThat(VideoDistortions.catalogue()).extracting(VideoDistortion::name).doesNotHaveDuplicates().hasSizeGreaterThan(20);
		for (VideoDistortion each : VideoDistortions.catalogue()) {
			assertThat(VideoDistortions.named(each.name())).isSameAs(each);
		}
		assertThatThrownBy(() -> VideoDistortions.named("none")).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@MethodSource("catalogue")
	void whatIsSharedIsWhereItSays(VideoDistortion distortion) throws IOException {
		List<TimedPicture> original = ClipsTest.play(distortion.original().apply(CLIP, SEED));
		MovingPicture changed = distortion.copy().apply(CLIP, SEED);
		List<TimedPicture> copy = ClipsTest.play(changed);
		for (SharedSpan shared : distortion.shared().of(CLIP.durationUs())) {
			assertThat(shared.originalUs() + shared.lengthUs()).isLessThanOrEqualTo(CLIP.durationUs());
			assertThat(shared.copyUs() + shared.copyLengthUs()).isLessThanOrEqualTo(changed.durationUs());
			for (double part : new double[]{0.02, 0.3, 0.6, 0.98}) {
				TimedPicture first = at(original, shared.originalUs() + Math.round(part * shared.lengthUs()));
				TimedPicture second = at(copy, shared.copyUs() + Math.round(part * shared.copyLengthUs()));
				assertThat(Likeness.distance(first.picture(), second.picture())).as("at part %f", part)
						.isLessThan(LOOKS_CHANGED.contains(distortion.name()) ? 128 : 12);
			}
		}
	}

	/** The last frame not behind a moment, else the first. */
	private static TimedPicture at(List<TimedPicture> frames, long timeUs) {
		return frames.stream().filter(frame -> frame.timeUs() <= timeUs).reduce((earlier, later) -> later)
				.orElse(frames.getFirst());
	}

	@Test
	void originalAndCopyAreWrittenWhateverTheSize(@TempDir Path folder) throws IOException {
		MovingPicture odd = Clips.scenes(SEED, 97, 73, 400);
		for (String name : List.of("low-quality", "vp9", "half-size", "letterbox-added", "reposted")) {
			VideoDistortion distortion = VideoDistortions.named(name);
			Path original = folder.resolve("original.mp4");
			Path copy = folder.resolve("copy" + distortion.settings().container().extension());
			distortion.writeOriginal(odd, SEED, original);
			distortion.writeCopy(odd, SEED, copy);
			assertThat(ClipsTest.play(DecodedVideo.of(original))).as(name).hasSize(10);
			assertThat(ClipsTest.play(DecodedVideo.of(copy))).as(name).hasSizeGreaterThanOrEqualTo(5);
		}
	}
}
