package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.query.VideoView.Edges;
import org.hashaven.hash.query.VideoView.Transform;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.Montage;
import org.hashaven.samples.videos.MovingPicture;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that were mirrored, turned or framed show, in one of their views, the pictures of the original. */
class VideoViewsTest {

	private static final int RADIUS = 31;
	private static final int DURATION_MS = 2_000;

	@TempDir
	private Path folder;

	private static MovingPicture clip() {
		return Clips.scenes(11, 256, 160, DURATION_MS);
	}

	private VideoHash hash(VideoOptions options, String... distortions) throws IOException {
		MovingPicture clip = clip();
		for (String name : distortions) {
			Distortion distortion = Distortions.named(name);
			clip = Montage.drawnOn(clip, picture -> distortion.apply(picture, 0));
		}
		Path file = folder.resolve(String.join("-", distortions) + ".mp4");
		VideoFile.write(clip, VideoSettings.of(Container.MP4, VideoCodec.H264), file);
		return new VideoHasher(options).hash(file);
	}

	/** Share of the frames that match a frame of the original, of those that are not too plain. */
	private static double share(List<FrameHash> frames, List<FrameHash> original) {
		List<FrameHash> good = frames.stream().filter(frame -> frame.quality() >= VideoHash.GOOD_QUALITY).toList();
		return good.stream().filter(frame -> original.stream().anyMatch(other -> other.hash().distance(frame.hash()) <= RADIUS)).count()
				/ (double) good.size();
	}

	private void assertSeen(VideoHash original, Transform how, String... distortions) throws IOException {
		List<VideoView> views = hash(VideoOptions.UPLOAD, distortions).views();
		Map<Transform, Double> shares = views.stream()
				.collect(Collectors.toMap(VideoView::how, view -> share(view.frames(), original.frames()), Math::max));
		assertThat(shares.get(how)).as("%s of %s: %s", how, List.of(distortions), shares)
				.isGreaterThanOrEqualTo(how.edges() == Edges.EXTENDED ? 0.6 : 0.9);
		shares.remove(how);
		assertThat(shares.values()).as("other than %s of %s", how, List.of(distortions)).allMatch(share -> share < 0.5);
	}

	@Test
	void eachViewUndoesOneThing() throws IOException {
		VideoHash original = hash(VideoOptions.VPDQ);
		assertSeen(original, Transform.AS_IS);
		assertSeen(original, new Transform(Turning.MIRRORED, Edges.AS_THEY_ARE), "mirror");
		assertSeen(original, new Transform(Turning.UPSIDE_DOWN, Edges.AS_THEY_ARE), "rotate-180");
		assertSeen(original, new Transform(Turning.QUARTER_TURN, Edges.AS_THEY_ARE), "rotate-90");
		assertSeen(original, new Transform(Turning.QUARTER_TURN, Edges.AS_THEY_ARE), "rotate-270");
		assertSeen(original, new Transform(Turning.MIRRORED_UPSIDE_DOWN, Edges.AS_THEY_ARE), "mirror", "rotate-180");
		assertSeen(original, new Transform(Turning.MIRRORED_QUARTER_TURN, Edges.AS_THEY_ARE), "mirror", "rotate-90");
		assertSeen(original, new Transform(Turning.NONE, Edges.BORDERS_CUT), "letterbox-10");
		assertSeen(original, new Transform(Turning.NONE, Edges.BORDERS_CUT), "pillarbox-25");
		assertSeen(original, new Transform(Turning.NONE, Edges.BORDERS_CUT), "border-5");
		assertSeen(original, new Transform(Turning.MIRRORED, Edges.BORDERS_CUT), "mirror", "letterbox-25");
		assertSeen(original, new Transform(Turning.NONE, Edges.EXTENDED), "crop-5");
		assertSeen(original, new Transform(Turning.MIRRORED, Edges.EXTENDED), "crop-5", "mirror", "letterbox-10");
	}

	@Test
	void theLikeliestComeFirst() throws IOException {
		assertThat(hash(VideoOptions.UPLOAD, "letterbox-10").views()).hasSize(20).extracting(VideoView::how).startsWith(Transform.AS_IS,
				new Transform(Turning.NONE, Edges.BORDERS_CUT), new Transform(Turning.MIRRORED, Edges.AS_THEY_ARE),
				new Transform(Turning.MIRRORED, Edges.BORDERS_CUT));
		assertThat(hash(VideoOptions.UPLOAD).views()).hasSize(12)
				.noneMatch(view -> view.how().edges() == Edges.BORDERS_CUT);
		assertThat(hash(VideoOptions.DEFAULT, "letterbox-10").views()).extracting(VideoView::how).containsExactly(Transform.AS_IS,
				new Transform(Turning.NONE, Edges.BORDERS_CUT));
	}

	/** What is stored of a video with borders is found as it is by anyone's lookup, and within its borders by ours. */
	@Test
	void aVideoWithBordersIsStoredBothWays() throws IOException {
		VideoHash framed = hash(VideoOptions.DEFAULT, "letterbox-10");
		List<FrameHash> plain = hash(VideoOptions.VPDQ).frames();
		assertThat(share(framed.views().getLast().frames(), plain)).isGreaterThanOrEqualTo(0.9);
		assertThat(share(framed.views().getFirst().frames(), hash(VideoOptions.VPDQ, "letterbox-10").frames())).isEqualTo(1);
		assertThat(framed.frames()).containsAll(framed.views().getFirst().frames()).containsAll(framed.views().getLast().frames());
		assertThat(framed.frames()).hasSize(2 * Set.copyOf(framed.numbers()).size()).isSortedAccordingTo(
				(a, b) -> Integer.compare(a.timeMs(), b.timeMs()));
		assertThat(share(hash(VideoOptions.DEFAULT.withCutBorders(false), "letterbox-10").frames(), plain)).isLessThan(0.5);
	}

	@Test
	void vpdqKnowsNoBorders() throws IOException {
		VideoHash hash = hash(VideoOptions.VPDQ, "letterbox-10");
		assertThat(hash.views()).singleElement().extracting(VideoView::how).isEqualTo(Transform.AS_IS);
		assertThat(hash.frames()).hasSize(hash.decodedFrames());
	}
}
