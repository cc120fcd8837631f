package org.hashaven.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber.ImageMode;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.global.opencv_core;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoOptions;
import org.junit.jupiter.api.Test;

/** The example of the README and of decision 0015, as it stands there. */
class ExampleTest {

	@Test
	void example_compilesAndRuns() throws IOException {
		try (Mat mat = new Mat(480, 640, opencv_core.CV_8UC3, Scalar.WHITE);
				InputStream stream = Files.newInputStream(VideoSamples.named("ts-h264").file())) {
			List<FrameHash> live = new ArrayList<>();
			VideoRecord record = example(mat, stream, live);
			assertThat(record.frames()).isEqualTo(live);
		}
	}

	private static VideoRecord example(Mat mat, InputStream stream, List<FrameHash> live) throws IOException {
		PdqResult photo = JavaCvImages.hash(mat); // or a Frame

		try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(stream, 0)) {
			grabber.setImageMode(ImageMode.RAW); // frames as decoded: same bits as VideoHasher
			grabber.start();
			VideoHash video = new GrabberHasher(VideoOptions.UPLOAD).hash(grabber, frame -> {
				live.add(frame); // as soon as it is hashed
				return live.size() < 10_000; // false ends the stream
			});
			assertThat(photo.quality()).isZero();
			return VideoRecord.ofFrames(video.frames()); // for HashIndex.add; UploadMatcher.match(video) looks it up
		}
	}
}
