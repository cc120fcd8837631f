package org.hashaven.samples.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample holds what it says it shows: read back with FFmpeg, each frame is like the clip at its time. */
final class VideoSamplesTest {

	/** What codecs, 256 colours and sampling may make of a picture, in steps of a sample. */
	private static final double NEAR = 6;
	private static final long ROUNDING_US = 5_000;

	static Stream<VideoSample> readable() {
		// FFmpeg as built for this project writes moving WebP, but does not read it.
		return VideoSamples.all().stream().filter(sample -> sample.settings().container() != Container.WEBP);
	}

	@ParameterizedTest
	@MethodSource("readable")
	void itsFramesAreThoseOfItsClip(VideoSample sample) throws IOException {
		List<TimedPicture> frames = ClipsTest.play(DecodedVideo.of(sample.file()));
		assertThat(frames).hasSize(sample.frameCount());
		for (int i = 0; i < frames.size(); i += 3) {
			TimedPicture frame = frames.get(i);
			boolean atCut = sample.cutsUs().stream().anyMatch(cut -> Math.abs(cut - frame.timeUs()) < ROUNDING_US);
			if (!atCut) {
				Picture shown = upright(frame.picture(), sample.settings());
				assertThat(Likeness.distance(shown, sample.pictureAt(frame.timeUs()))).as("at %d us", frame.timeUs()).isLessThan(NEAR);
			}
		}
	}

	private static Picture upright(Picture picture, VideoSettings settings) {
		return settings.rotation() == 0 ? picture : Distortions.named("rotate-" + settings.rotation()).apply(picture, 0);
	}

	@ParameterizedTest
	@MethodSource("readable")
	void itIsSmall(VideoSample sample) throws IOException {
		assertThat(Files.size(sample.file())).isLessThan(2_500_000);
	}

	@Test
	void aMovingWebpHasAFrameForEachPicture() throws IOException {
		VideoSample sample = VideoSamples.named("webp");
		String file = Files.readString(sample.file(), StandardCharsets.ISO_8859_1);
		assertThat(file).startsWith("RIFF").contains("ANIM");
		assertThat(file.split("ANMF", -1)).hasSizeBetween(sample.frameCount() / 2, sample.frameCount() + 1);
	}

	@Test
	void aPhonesQuarterWithTheClockIsNotedAsPhonesDo() throws IOException {
		byte[] file = Files.readAllBytes(VideoSamples.named("turned-270").file());
		int matrix = Mp4Boxes.of(file, "tkhd").getFirst().body() + 40;
		assertThat(Mp4Boxes.number(file, matrix)).isZero();
		assertThat(Mp4Boxes.number(file, matrix + 4)).isEqualTo(0x10000);
		assertThat(Mp4Boxes.number(file, matrix + 12)).isEqualTo(0xffff0000L);
		assertThat(Mp4Boxes.number(file, matrix + 16)).isZero();
	}

	@Test
	void aHiddenStartIsInTheEditList() throws IOException {
		byte[] file = Files.readAllBytes(VideoSamples.named("start-hidden").file());
		int list = Mp4Boxes.of(file, "elst").getFirst().body();
		assertThat(Mp4Boxes.number(file, list + 4)).as("edits").isEqualTo(1);
		assertThat(Mp4Boxes.number(file, list + 12)).as("where the shown part starts, in ticks").isPositive();
	}

	@Test
	void framesThatAContainerHasNoMomentForAreLeftAway(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("sixty.avi");
		VideoFile.write(Clips.pan(1, 64, 48, 1_000).at(60), VideoSettings.of(Container.AVI, VideoCodec.MPEG4), file);
		assertThat(ClipsTest.play(DecodedVideo.of(file))).hasSizeBetween(24, 26);
	}
}
