package org.hashaven.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameGrabber;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.samples.videos.VideoSettings;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JavaCV's grabbers deliver has the hashes that {@link VideoHasher} gives the same file. */
@Timeout(120)
class GrabberHasherTest {

	/** What the grabber's own conversion to BGR may change. */
	private static final int CONVERSION_BITS = 10;

	@BeforeAll
	static void quiet() {
		FFmpegLogCallback.setLevel(avutil.AV_LOG_QUIET);
	}

	/** Every kind of timing, turning, pixel format and size; every frame, then those that are selected. */
	@ParameterizedTest
	@ValueSource(strings = {"mp4-h264", "mkv-h264", "ts-mpeg2", "webm-vp9", "avi-mjpeg", "ten-bit", "turned-90", "turned-180",
			"turned-270", "turned-90-mov", "hevc-turned.mov", "anamorphic", "odd", "padded", "uneven", "uneven-mkv", "b-frames",
			"with-sound",
			"late-start-ts", "start-hidden", "size-changes", "one-frame", "fast-cuts", "still", "gif", "film-rate", "slow"})
	void hash_rawFrames_sameBitsAsVideoHasher(String name) throws IOException {
		Path file = file(name);
		// Of files with B-frames, VideoHasher decodes only the other frames where few are hashed: one a second, of 25.
		boolean someAreSkipped = name.startsWith("hevc") || name.startsWith("b-frames");
		List<VideoOptions> all = List.of(VideoOptions.VPDQ, VideoOptions.UPLOAD, VideoOptions.DEFAULT);
		for (VideoOptions options : all.subList(0, someAreSkipped ? 2 : 3)) {
			VideoHash expected = new VideoHasher(options).hash(file);
			try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.RAW)) {
				VideoHash hash = new GrabberHasher(options).hash(grabber);
				assertSameTimes(expected, hash);
				assertThat(hashes(hash)).isEqualTo(hashes(expected));
				assertThat(hash.numbers()).isEqualTo(expected.numbers());
				assertThat(hash.views()).hasSameSizeAs(expected.views());
				assertThat(hash.ending()).isEqualTo(VideoHash.Ending.WHOLE);
			}
		}
	}

	/** The default mode: as many frames, at the same times, and nearly the same hashes. */
	@ParameterizedTest
	@ValueSource(strings = {"mp4-h264", "ts-mpeg2", "webm-vp9", "avi-mjpeg", "turned-90", "odd", "uneven", "fast-cuts"})
	void hash_convertedFrames_fewBitsFromVideoHasher(String name) throws IOException {
		Path file = file(name);
		VideoHash expected = new VideoHasher(VideoOptions.VPDQ).hash(file);
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			VideoHash hash = new GrabberHasher(VideoOptions.VPDQ).hash(grabber);
			assertSameTimes(expected, hash);
			List<Integer> distances = distances(expected, hash);
			assertThat(distances.get(distances.size() / 2)).isLessThanOrEqualTo(2);
			assertThat(distances.getLast()).isLessThanOrEqualTo(CONVERSION_BITS);
		}
	}

	/** Where nothing is converted but the order of colours, there is no difference. */
	@Test
	void hash_convertedFramesOfRgbVideo_sameBits() throws IOException {
		Path file = file("gif");
		VideoHash expected = new VideoHasher(VideoOptions.VPDQ).hash(file);
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			assertThat(hashes(new GrabberHasher(VideoOptions.VPDQ).hash(grabber))).isEqualTo(hashes(expected));
		}
	}

	/**
	 * The grabber's pixels, copied out and hashed as pictures, have the same hashes as its frames. Frames of no more than 512 pixels a side
	 * are sampled alike as picture and as video, but for the rounding of floats.
	 */
	@ParameterizedTest
	@ValueSource(strings = {"mp4-h264", "odd", "gif"})
	void hash_convertedFrames_bitsOfTheirPixels(String name) throws IOException {
		Path file = file(name);
		List<FrameHash> frames;
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			frames = new GrabberHasher(VideoOptions.VPDQ).hash(grabber).frames();
		}
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			for (FrameHash frame : frames) {
				RgbImage image = JavaCvImages.toRgbImage(grabber.grabImage());
				assertThat(PdqHasher.hash(image).hash().distance(frame.hash())).isLessThanOrEqualTo(2);
			}
		}
	}

	/** Grabbers use one frame's memory for the next. Frames that wait to be selected must not be overwritten by it. */
	@ParameterizedTest
	@ValueSource(strings = {"fast-cuts", "slow", "gif"})
	void hash_memoryOfFramesReused_sameAsFramesApart(String name) throws IOException {
		for (VideoOptions options : List.of(VideoOptions.DEFAULT, VideoOptions.UPLOAD)) {
			List<Frame> apart = new ArrayList<>();
			try (FFmpegFrameGrabber grabber = grabber(file(name), FrameGrabber.ImageMode.COLOR)) {
				for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
					apart.add(frame.clone());
				}
			}
			VideoHash expected = new GrabberHasher(options).hash(new ListGrabber(apart));
			try (FFmpegFrameGrabber grabber = grabber(file(name), FrameGrabber.ImageMode.COLOR)) {
				VideoHash hash = new GrabberHasher(options).hash(grabber);
				assertThat(hash.frames()).isEqualTo(expected.frames());
				assertThat(hash.numbers()).isEqualTo(expected.numbers());
			}
			apart.forEach(Frame::close);
		}
	}

	/** Frames that FFmpeg has not made: their hashes as frames of a stream are those as pictures, whatever the number of channels. */
	@ParameterizedTest
	@ValueSource(ints = {1, 3, 4})
	void hash_framesOfOtherSources_bitsOfTheirPixels(int channels) throws IOException {
		byte[] samples = PictureGenerator.photo(3, 301 * channels, 200).toGrey().samples();
		try (Frame frame = new Frame(301, 200, Frame.DEPTH_UBYTE, channels)) {
			ByteBuffer to = (ByteBuffer) frame.image[0];
			for (int y = 0; y < 200; y++) {
				to.put(y * frame.imageStride, samples, y * 301 * channels, 301 * channels);
			}
			VideoHash hash = new GrabberHasher(VideoOptions.VPDQ).hash(new ListGrabber(List.of(frame)));
			PdqResult picture = JavaCvImages.hash(frame);
			assertThat(hash.frames().getFirst().hash().distance(picture.hash())).isLessThanOrEqualTo(2);
			assertThat(hash.frames().getFirst().quality()).isEqualTo(picture.quality());
			assertThat(picture.quality()).isGreaterThan(VideoHash.GOOD_QUALITY);
		}
	}

	/** JavaCV counts the channels of narrow frames from their padded rows, and so too many. */
	@ParameterizedTest
	@ValueSource(strings = {"COLOR", "GRAY", "RAW"})
	void hash_narrowFrames_areReadAsTheyAre(FrameGrabber.ImageMode mode, @TempDir Path folder) throws IOException {
		Path file = folder.resolve("narrow.webm");
		VideoFile.write(Clips.scenes(5, 40, 300, 500), VideoSettings.of(Container.WEBM, VideoCodec.VP9), file);
		VideoHash expected = new VideoHasher(VideoOptions.VPDQ).hash(file);
		try (FFmpegFrameGrabber grabber = grabber(file, mode)) {
			VideoHash hash = new GrabberHasher(VideoOptions.VPDQ).hash(grabber);
			assertThat(distances(expected, hash).getLast()).isLessThanOrEqualTo(mode == FrameGrabber.ImageMode.RAW ? 0 : CONVERSION_BITS);
		}
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			Frame frame = grabber.grabImage();
			assertThat(frame.imageChannels).as("as JavaCV says").isEqualTo(4);
			RgbImage image = JavaCvImages.toRgbImage(frame);
			assertThat(image.channels()).isEqualTo(3);
			assertThat(PdqHasher.hash(image).hash().distance(expected.frames().getFirst().hash())).isLessThanOrEqualTo(CONVERSION_BITS);
		}
	}

	/** What the codec has is no picture yet. */
	@Test
	void toRgbImage_rawFrame_saysWhatToDo() throws IOException {
		try (FFmpegFrameGrabber grabber = grabber(file("mp4-h264"), FrameGrabber.ImageMode.RAW)) {
			Frame frame = grabber.grabImage();
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(frame)).withMessageContaining("ImageMode.COLOR");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {avutil.AV_PIX_FMT_RGB24, avutil.AV_PIX_FMT_RGBA, avutil.AV_PIX_FMT_BGRA, avutil.AV_PIX_FMT_ARGB,
			avutil.AV_PIX_FMT_ABGR})
	void toRgbImage_orderOfGrabber_isKnown(int pixelFormat) throws IOException {
		Path file = file("gif");
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR);
				FFmpegFrameGrabber other = new FFmpegFrameGrabber(file.toFile())) {
			other.setPixelFormat(pixelFormat);
			other.start();
			RgbImage image = JavaCvImages.toRgbImage(other.grabImage());
			assertThat(image.samples()).isEqualTo(JavaCvImages.toRgbImage(grabber.grabImage()).samples());
		}
	}

	/** Frames of 16 bits a channel are not guessed at; what FFmpeg has decoded is converted, as "ten-bit" above. */
	@Test
	void hash_unsupportedDepth_saysWhatToDo() {
		FrameGrabber grabber = new LoopGrabber(new Frame(64, 64, Frame.DEPTH_USHORT, 3), 0);
		assertThatIllegalArgumentException().isThrownBy(() -> new GrabberHasher().hash(grabber)).withMessageContaining("DEPTH_UBYTE");
	}

	/** A stream that another thread writes: the first hashes are there before it has written the rest. */
	@Test
	void hash_liveStream_hashesComeBeforeItsEnd() throws IOException, InterruptedException {
		byte[] stream = Files.readAllBytes(file("ts-h264"));
		VideoHash expected = new VideoHasher(VideoOptions.VPDQ).hash(file("ts-h264"));
		CountDownLatch hashed = new CountDownLatch(3);
		AtomicReference<@Nullable Boolean> cameBeforeEnd = new AtomicReference<>();
		try (PipedInputStream in = new PipedInputStream(1 << 16); PipedOutputStream out = new PipedOutputStream(in)) {
			Thread camera = Thread.ofPlatform().start(() -> {
				try (out) {
					out.write(stream, 0, stream.length - 20_000);
					out.flush();
					cameBeforeEnd.set(hashed.await(60, TimeUnit.SECONDS));
					out.write(stream, stream.length - 20_000, 20_000);
				} catch (IOException | InterruptedException e) {
					throw new IllegalStateException(e);
				}
			});
			List<FrameHash> live = new ArrayList<>();
			try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(in, 0)) {
				grabber.setFormat("mpegts");
				grabber.setImageMode(FrameGrabber.ImageMode.RAW);
				grabber.setOption("probesize", "20000");
				grabber.start();
				VideoHash hash = new GrabberHasher(VideoOptions.VPDQ).hash(grabber, frame -> {
					live.add(frame);
					hashed.countDown();
					return true;
				});
				assertThat(hash.frames()).isEqualTo(live);
				assertThat(hashes(hash)).isEqualTo(hashes(expected));
				assertThat(VideoRecord.ofFrames(live).frames()).hasSameSizeAs(expected.frames());
			}
			camera.join();
			assertThat(cameBeforeEnd.get()).isTrue();
		}
	}

	@Test
	void hash_consumerWantsNoMore_endsThere() throws IOException {
		List<FrameHash> frames = new ArrayList<>();
		try (FFmpegFrameGrabber grabber = grabber(file("mp4-h264"), FrameGrabber.ImageMode.COLOR)) {
			GrabberHasher hasher = new GrabberHasher(VideoOptions.VPDQ);
			VideoHash hash = hasher.hash(grabber, frame -> frames.add(frame) && frames.size() < 5);
			assertThat(frames).hasSize(5);
			assertThat(hash.frames()).isEqualTo(frames);
			assertThat(hash.ending()).isEqualTo(VideoHash.Ending.LIMIT);
			// The grabber stays the caller's, who goes on where it is.
			assertThat(hasher.hash(grabber).frames())
					.hasSize(new VideoHasher(VideoOptions.VPDQ).hash(file("mp4-h264")).frames().size() - 5);
		}
	}

	/** How an endless stream is hashed: in parts, with the same grabber, each ended by the limit of seconds. */
	@Test
	void hash_endlessStreamInParts_eachEndsAtTheLimit() throws IOException {
		VideoLimits second = new VideoLimits(1 << 20, 1 << 12, 1_000, 1, 1, 1, 1);
		GrabberHasher hasher = new GrabberHasher(VideoOptions.VPDQ.withLimits(second));
		try (Frame picture = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
			LoopGrabber camera = new LoopGrabber(picture, 100_000);
			for (int part = 0; part < 3; part++) {
				VideoHash hash = hasher.hash(camera);
				assertThat(hash.ending()).isEqualTo(VideoHash.Ending.LIMIT);
				assertThat(hash.frames().getFirst().timeMs()).isZero();
				assertThat(hash.frames().getLast().timeMs()).isEqualTo(1_000);
				assertThat(hash.frames()).hasSize(11);
			}
		}
	}

	/** Where timestamps stand still, frames are shown when they arrive. */
	@Test
	void hash_cameraWithoutTimestamps_countsByArrival() throws IOException {
		try (Frame picture = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
			LoopGrabber camera = new LoopGrabber(picture, 0);
			long start = System.nanoTime();
			List<FrameHash> frames = new ArrayList<>();
			new GrabberHasher(VideoOptions.VPDQ).hash(camera, frame -> frames.add(frame) && frames.size() < 6);
			long tookMs = (System.nanoTime() - start) / 1_000_000;
			assertThat(frames.getFirst().timeMs()).isZero();
			assertThat(frames.getLast().timeMs()).isBetween(5 * LoopGrabber.WAIT_MS, (int) tookMs + 1);
		}
	}

	@Test
	void hash_interrupted_isCancelledAndStaysInterrupted() throws InterruptedException {
		AtomicReference<@Nullable IOException> thrown = new AtomicReference<>();
		AtomicReference<@Nullable Boolean> interrupted = new AtomicReference<>();
		CountDownLatch hashed = new CountDownLatch(2);
		try (Frame picture = new Frame(64, 48, Frame.DEPTH_UBYTE, 1)) {
			Thread thread = Thread.ofPlatform().start(() -> {
				try {
					new GrabberHasher(VideoOptions.VPDQ).hash(new LoopGrabber(picture, 40_000), frame -> {
						hashed.countDown();
						return true;
					});
				} catch (IOException e) {
					thrown.set(e);
				}
				interrupted.set(Thread.currentThread().isInterrupted());
			});
			assertThat(hashed.await(60, TimeUnit.SECONDS)).isTrue();
			thread.interrupt();
			thread.join();
		}
		assertThat(thrown.get()).isInstanceOfSatisfying(VideoException.class,
				e -> assertThat(e.reason()).isEqualTo(VideoException.Reason.CANCELLED));
		assertThat(interrupted.get()).isTrue();
	}

	@Test
	void hash_fileWithoutPictures_saysSo(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("sound.mkv");
		VideoFile.writeSound(500, Container.MKV, file);
		try (FFmpegFrameGrabber grabber = grabber(file, FrameGrabber.ImageMode.COLOR)) {
			assertThatExceptionOfType(VideoException.class).isThrownBy(() -> new GrabberHasher().hash(grabber))
					.satisfies(e -> assertThat(e.reason()).isEqualTo(VideoException.Reason.NO_PICTURES));
		}
	}

	@Test
	void hash_grabberNotStarted_throwsItsException() throws IOException {
		try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file("mp4-h264").toFile())) {
			assertThatExceptionOfType(FrameGrabber.Exception.class).isThrownBy(() -> new GrabberHasher().hash(grabber));
		}
	}

	@Test
	void hash_frameTooLarge_isRejected() throws IOException {
		VideoLimits limits = new VideoLimits(320 * 240 - 1, 1 << 12, 1_000, 100, 1, 1, 1);
		try (FFmpegFrameGrabber grabber = grabber(file("mp4-h264"), FrameGrabber.ImageMode.COLOR)) {
			assertThatExceptionOfType(VideoException.class)
					.isThrownBy(() -> new GrabberHasher(VideoOptions.DEFAULT.withLimits(limits)).hash(grabber))
					.satisfies(e -> assertThat(e.reason()).isEqualTo(VideoException.Reason.TOO_MANY_PIXELS));
		}
	}

	/** OpenCV's grabber drops two frames at either end and throws after the last; what it delivers is hashed. */
	@Test
	void hash_openCvGrabber_hashesWhatItDelivers() throws IOException {
		VideoHash expected = new VideoHasher(VideoOptions.VPDQ).hash(file("avi-mjpeg"));
		try (OpenCVFrameGrabber grabber = new OpenCVFrameGrabber(file("avi-mjpeg").toFile())) {
			grabber.start();
			VideoHash hash = new GrabberHasher(VideoOptions.VPDQ).hash(grabber);
			assertThat(hash.ending()).isEqualTo(VideoHash.Ending.DAMAGED);
			assertThat(hash.frames().size()).isBetween(expected.frames().size() - 4, expected.frames().size());
			for (FrameHash frame : hash.frames()) {
				assertThat(expected.frames()).anyMatch(other -> other.hash().distance(frame.hash()) <= CONVERSION_BITS);
			}
		}
	}

	private static Path file(String name) {
		return VideoSamples.named(name).file();
	}

	private static FFmpegFrameGrabber grabber(Path file, FrameGrabber.ImageMode mode) throws IOException {
		FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
		grabber.setImageMode(mode);
		grabber.start();
		return grabber;
	}

	private static List<String> hashes(VideoHash hash) {
		return hash.frames().stream().map(frame -> frame.hash().toHex() + " " + frame.quality()).toList();
	}

	/** JavaCV rounds timestamps down to microseconds, which may make a difference of a millisecond. */
	private static void assertSameTimes(VideoHash expected, VideoHash hash) {
		assertThat(hash.frames()).hasSameSizeAs(expected.frames());
		for (int i = 0; i < hash.frames().size(); i++) {
			assertThat(hash.frames().get(i).timeMs()).isCloseTo(expected.frames().get(i).timeMs(), within(1));
		}
	}

	private static List<Integer> distances(VideoHash expected, VideoHash hash) {
		assertThat(hash.frames()).hasSameSizeAs(expected.frames());
		List<Integer> distances = new ArrayList<>();
		for (int i = 0; i < hash.frames().size(); i++) {
			FrameHash frame = expected.frames().get(i);
			distances.add(frame.hash().distance(hash.frames().get(i).hash()));
		}
		Collections.sort(distances);
		return distances;
	}

	/** The parts of a grabber that frames in memory do not need. */
	private abstract static class MemoryGrabber extends FrameGrabber {

		@Override
		public void start() {
			// is always on
		}

		@Override
		public void stop() {
			// likewise
		}

		@Override
		public void trigger() {
			// likewise
		}

		@Override
		public void release() {
			// likewise
		}
	}

	/** Frames that each have memory of their own. */
	private static final class ListGrabber extends MemoryGrabber {

		private final Iterator<Frame> frames;

		ListGrabber(List<Frame> frames) {
			this.frames = frames.iterator();
		}

		@Override
		public @Nullable Frame grab() {
			return frames.hasNext() ? frames.next() : null;
		}
	}

	/** A camera before a picture that never changes: one frame after the other, always in the same memory, with sound between. */
	private static final class LoopGrabber extends MemoryGrabber {

		static final int WAIT_MS = 10;

		private final Frame picture;
		private final long stepUs;
		private boolean sound;

		LoopGrabber(Frame picture, long stepUs) {
			this.picture = picture;
			this.stepUs = stepUs;
		}

		@Override
		public Frame grab() throws FrameGrabber.Exception {
			sound = !sound;
			if (sound) {
				return new Frame();
			}
			try {
				Thread.sleep(WAIT_MS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new FrameGrabber.Exception("interrupted", e);
			}
			timestamp += stepUs;
			return picture;
		}
	}
}
