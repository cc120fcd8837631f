package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.Frames;
import org.hashaven.samples.videos.MovingPicture;
import org.hashaven.samples.videos.TimedPicture;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.samples.videos.VideoSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the façade promises beside the hashes: progress, cancelling, limits, typed errors. */
class VideoHasherTest {

	private static final VideoSettings MP4 = VideoSettings.of(Container.MP4, VideoCodec.H264);

	@TempDir
	private Path folder;

	private Path write(MovingPicture clip, VideoSettings settings) throws IOException {
		Path file = folder.resolve("clip" + settings.container().extension());
		VideoFile.write(clip, settings, file);
		return file;
	}

	private static VideoException.Reason refusal(VideoOptions options, Path file) {
		VideoException refusal = catchThrowableOfType(VideoException.class, () -> new VideoHasher(options).hash(file));
		assertThat(refusal).isNotNull();
		assertThat(refusal.getMessage()).matches("[A-Z][^\\n\\r]{10,140}\\.").doesNotContain(file.getFileName().toString());
		return refusal.reason();
	}

	private static VideoLimits limits(long maxPixels, int maxFrames, int maxSeconds, long freeBytes) {
		return new VideoLimits(maxPixels, 16_384, maxFrames, maxSeconds, 5_000, freeBytes, 10_000);
	}

	@Test
	void progressRisesToOne() throws IOException {
		List<Double> shares = new ArrayList<>();
		new VideoHasher().hash(VideoSamples.named("mp4-h264").file(), shares::add);
		assertThat(shares).isNotEmpty().isSorted().endsWith(1.0).allMatch(share -> share >= 0);
	}

	@Test
	void theCallerCanStopIt() throws IOException {
		Path file = VideoSamples.named("mp4-h264").file();
		VideoException stopped = catchThrowableOfType(VideoException.class, () -> new VideoHasher().hash(file, share -> false));
		assertThat(stopped.reason()).isEqualTo(VideoException.Reason.CANCELLED);
	}

	@Test
	void interruptingStopsIt() {
		for (int threads = 1; threads <= 2; threads++) {
			Thread.currentThread().interrupt();
			VideoException.Reason reason = refusal(VideoOptions.DEFAULT.withThreads(threads), VideoSamples.named("mkv-h264").file());
			assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
			assertThat(reason).isEqualTo(VideoException.Reason.CANCELLED);
		}
	}

	@Test
	void limitsEndTheReading() throws IOException {
		Path file = write(Clips.fastCuts(7, 160, 120, 4_000), MP4);
		VideoHash frames = new VideoHasher(VideoOptions.VPDQ.withLimits(limits(1 << 20, 5, 100, 1L << 40))).hash(file);
		assertThat(frames.frames()).hasSize(5);
		assertThat(frames.ending()).isEqualTo(VideoHash.Ending.LIMIT);
		VideoHash seconds = new VideoHasher(VideoOptions.VPDQ.withLimits(limits(1 << 20, 5_000, 2, 1L << 40))).hash(file);
		assertThat(seconds.frames().getLast().timeMs()).isBetween(1_900, 2_000);
		assertThat(seconds.ending()).isEqualTo(VideoHash.Ending.LIMIT);
		assertThat(refusal(VideoOptions.VPDQ.withLimits(limits(160 * 120 - 1, 5_000, 100, 1L << 40)), file))
				.isEqualTo(VideoException.Reason.TOO_MANY_PIXELS);
	}

	/** A size that shows in the middle of the stream alone. */
	@Test
	void framesBeyondTheLimitAreLeftOut() throws IOException {
		Path file = VideoSamples.named("size-changes-ts").file();
		long pixels = (long) VideoSamples.WIDTH * VideoSamples.HEIGHT;
		VideoHash whole = new VideoHasher(VideoOptions.VPDQ).hash(file);
		VideoHash part = new VideoHasher(VideoOptions.VPDQ.withLimits(limits(pixels - 1, 5_000, 100, 1L << 40))).hash(file);
		assertThat(part.ending()).isEqualTo(VideoHash.Ending.DAMAGED);
		assertThat(part.frames()).hasSizeLessThan(whole.frames().size());
	}

	@Test
	void soundAloneIsNoVideo() throws IOException {
		for (Container container : List.of(Container.MP4, Container.MKV, Container.MPEG_TS)) {
			Path file = folder.resolve("sound" + container.extension());
			VideoFile.writeSound(1_000, container, file);
			assertThat(refusal(VideoOptions.DEFAULT, file)).isEqualTo(VideoException.Reason.NO_PICTURES);
		}
	}

	@Test
	void otherFilesAreNoVideos() throws IOException {
		Path empty = Files.createFile(folder.resolve("empty.mp4"));
		assertThat(refusal(VideoOptions.DEFAULT, empty)).isEqualTo(VideoException.Reason.NOT_A_VIDEO);
		assertThat(VideoHasher.isVideo(empty)).isFalse();
		Path missing = folder.resolve("missing.mp4");
		assertThat(catchThrowableOfType(FileNotFoundException.class, () -> new VideoHasher().hash(missing))).isNotNull();
	}

	@Test
	void picturesThatMoveAreVideos() throws IOException {
		assertThat(VideoHasher.isVideo(VideoSamples.named("gif").file())).isTrue();
		assertThat(VideoHasher.isVideo(VideoSamples.named("webp").file())).isTrue();
		assertThat(VideoHasher.isVideo(VideoSamples.named("mp4-h264").file())).isTrue();
		assertThat(VideoHasher.isVideo(VideoSamples.named("one-frame-gif").file())).isFalse();
	}

	@Test
	void neighboursAlikeAreDropped() throws IOException {
		Path still = VideoSamples.named("still").file();
		VideoHash all = new VideoHasher(VideoOptions.VPDQ).hash(still);
		VideoHash dropped = new VideoHasher(VideoOptions.VPDQ.withDropDistance(2)).hash(still);
		assertThat(all.frames()).hasSize(all.decodedFrames());
		assertThat(dropped.frames()).hasSizeLessThan(all.frames().size());
		for (int i = 1; i < dropped.frames().size(); i++) {
			assertThat(dropped.frames().get(i).hash().distance(dropped.frames().get(i - 1).hash())).isGreaterThan(2);
		}
	}

	/** Somebody puts another picture in front, for a blink: what is shown long after it is hashed, in slow animations and at the end. */
	@Test
	void whatIsShownLongIsHashedHoweverSoonItFollows() throws IOException {
		List<Picture> pictures = List.of(PictureGenerator.photo(1, 160, 120).toRgb(), PictureGenerator.photo(2, 160, 120).toRgb());
		for (long[] timesMs : new long[][]{{0, 20, 3_020}, {0, 20, 920, 940}, {0, 20, 40, 60, 1_060}}) {
			Path file = write(shown(pictures, timesMs), VideoSettings.of(Container.GIF, VideoCodec.GIF));
			List<FrameHash> frames = new VideoHasher().hash(file).frames();
			Hash256 second = PdqHasher.hash(RgbImage.ofRgb(160, 120, pictures.getLast().samples())).hash();
			assertThat(frames).as(Arrays.toString(timesMs)).anyMatch(frame -> frame.hash().distance(second) <= 31);
		}
	}

	/** As people join them, with cat: all frames of both are there, and nothing is damaged. */
	@Test
	void joinedTransportStreamsAreWhole() throws IOException {
		List<Picture> pictures = List.of(PictureGenerator.photo(1, 160, 120).toRgb(), PictureGenerator.photo(2, 160, 120).toRgb());
		Path file = write(shown(pictures, 0, 1_000, 2_000, 3_000), VideoSettings.of(Container.MPEG_TS, VideoCodec.H264));
		byte[] one = Files.readAllBytes(file);
		byte[] both = Arrays.copyOf(one, 2 * one.length);
		System.arraycopy(one, 0, both, one.length, one.length);
		VideoHash joined = new VideoHasher().hash(Files.write(folder.resolve("joined.ts"), both));
		assertThat(joined.ending()).isEqualTo(VideoHash.Ending.WHOLE);
		assertThat(joined.decodedFrames()).isEqualTo(2 * new VideoHasher().hash(file).decodedFrames());
	}

	/** As browsers show them: the screen grows to the first picture. */
	@Test
	void aGifsScreenMayBeTooSmall() throws IOException {
		List<Picture> pictures = List.of(PictureGenerator.photo(1, 160, 120).toRgb(), PictureGenerator.photo(2, 160, 120).toRgb());
		Path file = write(shown(pictures, 0, 1_000, 2_000), VideoSettings.of(Container.GIF, VideoCodec.GIF));
		List<FrameHash> right = new VideoHasher().hash(file).frames();
		byte[] bytes = Files.readAllBytes(file);
		for (int[] screen : new int[][]{{0, 0}, {40, 120}, {160, 10}}) {
			bytes[6] = (byte) screen[0];
			bytes[8] = (byte) screen[1];
			Path small = Files.write(folder.resolve("small.gif"), bytes);
			assertThat(new VideoHasher().hash(small).frames()).as(Arrays.toString(screen)).isEqualTo(right);
		}
	}

	/** Two pictures in turn, each from its time on; the last of the times is where it ends. */
	private static MovingPicture shown(List<Picture> pictures, long... timesMs) {
		return new MovingPicture() {
			@Override
			public long durationUs() {
				return 1_000 * timesMs[timesMs.length - 1];
			}

			@Override
			public Frames frames() {
				return new Frames() {
					private int next;

					@Override
					public @Nullable TimedPicture next() {
						if (next == timesMs.length - 1) {
							return null;
						}
						TimedPicture frame = new TimedPicture(pictures.get(next % 2), 1_000 * timesMs[next]);
						next++;
						return frame;
					}

					@Override
					public void close() {
						// nothing is open
					}
				};
			}
		};
	}

	/** Between the seconds a frame is kept where it would not match the last one, and only there. */
	@Test
	void moreFramesAreKeptWhileThePictureMoves() throws IOException {
		VideoOptions oneThread = VideoOptions.DEFAULT.withThreads(1);
		List<FrameHash> moving = new VideoHasher(oneThread).hash(write(Clips.spycam(5, 160, 120, 9_000), MP4)).frames();
		int between = 0;
		for (int i = 1; i < moving.size(); i++) {
			if (isBetween(moving.get(i))) {
				between++;
				assertThat(moving.get(i).hash().distance(moving.get(i - 1).hash())).isGreaterThan(31);
			}
		}
		assertThat(between).isPositive();
		List<FrameHash> still = new VideoHasher(oneThread.withDropDistance(VideoOptions.KEEP_ALL))
				.hash(write(Clips.still(5, 160, 120, 9_000), MP4)).frames();
		assertThat(still).hasSizeGreaterThanOrEqualTo(16 + 5).noneMatch(VideoHasherTest::isBetween);
	}

	/** Whether a frame of the later seconds was not taken at one. */
	private static boolean isBetween(FrameHash frame) {
		return frame.timeMs() > 5_000 && frame.timeMs() % 1_000 > 100;
	}

	@Test
	void plainVideosAreTold() throws IOException {
		assertThat(new VideoHasher().hash(write(Clips.even(0, 160, 120, 3_000), MP4)).isPlain()).isTrue();
		assertThat(new VideoHasher().hash(VideoSamples.named("still").file()).isPlain()).isTrue();
		assertThat(new VideoHasher().hash(VideoSamples.named("fast-cuts").file()).isPlain()).isFalse();
	}

	@Test
	void fastModeTakesKeyFramesWhereTheyAreNear() throws IOException {
		VideoOptions fast = VideoOptions.DEFAULT.withKeyFramesOnly(true);
		VideoHash near = new VideoHasher(fast).hash(write(Clips.pan(3, 160, 120, 6_000), MP4.withKeyFrameEvery(25)));
		assertThat(near.decodedFrames()).isEqualTo(6);
		assertThat(near.frames().stream().map(FrameHash::timeMs)).allMatch(timeMs -> timeMs % 1_000 == 0);
		VideoHash far = new VideoHasher(fast).hash(write(Clips.pan(3, 160, 120, 12_000), MP4.withKeyFrameEvery(10_000)));
		assertThat(far.decodedFrames()).isEqualTo(300);
	}

	@Test
	void nothingOfTheContentIsPrinted() throws IOException {
		VideoHash hash = new VideoHasher().hash(VideoSamples.named("mp4-h264").file());
		assertThat(hash + " " + hash.frames() + " " + hash.vpdqFrames()).doesNotContain(hash.frames().getFirst().hash().toHex());
	}
}
