package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.videos.VideoSample;
import org.hashaven.samples.videos.VideoSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of video gives the hashes of the pictures that a player would show, at their times. */
class VideoSamplesTest {

	/** What coding may change, half the frames and the worst one: enough to tell a frame from its mirror image, or from another shot. */
	private static final int USUAL_DISTANCE = 18;
	private static final int WORST_DISTANCE = 34;
	/** Drawing what is seen takes longer than all else; of three frames one is drawn. */
	private static final int STEP = 3;

	static List<VideoSample> all() {
		return VideoSamples.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void hashesWhatIsSeen(VideoSample sample) throws IOException {
		VideoHash hash = new VideoHasher(VideoOptions.VPDQ).hash(sample.file());
		assertThat(hash.ending()).isEqualTo(VideoHash.Ending.WHOLE);
		assertThat(hash.frames()).hasSize(sample.frameCount());
		assertThat(hash.frames().getFirst().timeMs()).isZero();
		assertThat(hash.frames().getLast().timeMs() * 1_000L).isLessThan(sample.durationUs());
		List<Integer> distances = new ArrayList<>();
		for (int i = 0; i < hash.frames().size(); i += STEP) {
			FrameHash frame = hash.frames().get(i);
			// Times are rounded to milliseconds; half of one more is still in the same frame.
			PdqResult seen = hash(sample.pictureAt(frame.timeMs() * 1_000L + 500));
			if (seen.quality() >= VideoHash.GOOD_QUALITY) {
				distances.add(frame.hash().distance(seen.hash()));
			}
		}
		Collections.sort(distances);
		assertThat(distances).isNotEmpty();
		assertThat(distances.get(distances.size() / 2)).isLessThanOrEqualTo(USUAL_DISTANCE);
		assertThat(distances.getLast()).isLessThanOrEqualTo(WORST_DISTANCE);
	}

	/** The usual options: the first frame, each second, and the first frame of each shot or one soon after it. */
	@ParameterizedTest
	@MethodSource("all")
	void samplesByTimeAndShot(VideoSample sample) throws IOException {
		VideoHash hash = new VideoHasher(VideoOptions.DEFAULT.withDropDistance(VideoOptions.KEEP_ALL)).hash(sample.file());
		List<Integer> times = hash.frames().stream().map(FrameHash::timeMs).toList();
		assertThat(times.getFirst()).isZero();
		long endMs = sample.durationUs() / 1_000;
		for (long dueMs = 1_000; dueMs < endMs - 500; dueMs += 1_000) {
			assertHashedFrom(times, dueMs, 600);
		}
		for (long cutUs : sample.cutsUs()) {
			if (cutUs / 1_000 < endMs - 500) {
				assertHashedFrom(times, cutUs / 1_000, 600);
			}
		}
	}

	private static void assertHashedFrom(List<Integer> times, long dueMs, long withinMs) {
		assertThat(times).anyMatch(timeMs -> timeMs >= dueMs - 1 && timeMs < dueMs + withinMs);
	}

	@ParameterizedTest
	@MethodSource("all")
	void oneThreadAndTwoAgree(VideoSample sample) throws IOException {
		VideoHash one = new VideoHasher(VideoOptions.DEFAULT.withThreads(1)).hash(sample.file());
		VideoHash two = new VideoHasher(VideoOptions.DEFAULT.withThreads(2)).hash(sample.file());
		assertThat(two).isEqualTo(one);
	}

	private static PdqResult hash(Picture picture) {
		return PdqHasher.hash(RgbImage.ofRgb(picture.width(), picture.height(), picture.toRgb().samples()));
	}
}
