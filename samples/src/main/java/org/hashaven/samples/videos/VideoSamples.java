package org.hashaven.samples.videos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.videos.VideoSettings.Fidelity;

/** Small sound videos, one of every kind that a video reader must get right; each is a few seconds of one seed's scenes. */
public final class VideoSamples {

	public static final int WIDTH = 320;
	public static final int HEIGHT = 240;
	public static final long DURATION_MS = 2_000;
	private static final long SEED = 4;
	private static final List<VideoSample> ALL = List.copyOf(make());

	private VideoSamples() {
	}

	/** All of them; none is written before its file is asked for. */
	public static List<VideoSample> all() {
		return ALL;
	}

	/**
	 * The one of this name.
	 *
	 * @throws IllegalArgumentException
	 *             when there is none
	 */
	public static VideoSample named(String name) {
		return ALL.stream().filter(sample -> sample.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no sample " + name));
	}

	private static GeneratedClip clip() {
		return Clips.scenes(SEED, WIDTH, HEIGHT, DURATION_MS);
	}

	private static List<VideoSample> make() {
		List<VideoSample> all = new ArrayList<>();
		all.addAll(formats());
		all.addAll(resources());
		all.addAll(shapes());
		all.addAll(times());
		all.addAll(oddities());
		return all;
	}

	/** Every container and codec. */
	private static List<VideoSample> formats() {
		return List.of(plain("mp4-h264", Container.MP4, VideoCodec.H264), plain("mov-h264", Container.MOV, VideoCodec.H264),
				plain("mp4-index-first", Container.MP4_INDEX_FIRST, VideoCodec.H264),
				plain("mp4-pieces", Container.MP4_PIECES, VideoCodec.H264), plain("mkv-h264", Container.MKV, VideoCodec.H264),
				plain("ts-h264", Container.MPEG_TS, VideoCodec.H264),
				plain("3gp-h264", Container.THREE_GP, VideoCodec.H264), plain("mp4-mpeg4", Container.MP4, VideoCodec.MPEG4),
				plain("avi-mpeg4", Container.AVI, VideoCodec.MPEG4), plain("avi-mjpeg", Container.AVI, VideoCodec.MJPEG),
				plain("ts-mpeg2", Container.MPEG_TS, VideoCodec.MPEG2), plain("webm-vp8", Container.WEBM, VideoCodec.VP8),
				plain("webm-vp9", Container.WEBM, VideoCodec.VP9), plain("mp4-av1", Container.MP4, VideoCodec.AV1),
				plain("mkv-av1", Container.MKV, VideoCodec.AV1), plain("flv-flv1", Container.FLV, VideoCodec.FLV1),
				plain("flv-h264", Container.FLV, VideoCodec.H264), plain("wmv-wmv2", Container.WMV, VideoCodec.WMV2),
				plain("wmv-h264", Container.WMV, VideoCodec.H264), plain("mpg-mpeg2", Container.MPEG_PS, VideoCodec.MPEG2),
				VideoSample.of("gif", clip().at(10), VideoSettings.of(Container.GIF, VideoCodec.GIF)),
				VideoSample.of("webp", clip().at(10), VideoSettings.of(Container.WEBP, VideoCodec.WEBP)),
				VideoSample.of("3gp-h263", Clips.scenes(SEED, 352, 288, DURATION_MS),
						VideoSettings.of(Container.THREE_GP, VideoCodec.H263)));
	}

	private static VideoSample plain(String name, Container container, VideoCodec codec) {
		return VideoSample.of(name, clip(), VideoSettings.of(container, codec));
	}

	/** Sizes, turns, pixels, depths. */
	private static List<VideoSample> shapes() {
		VideoSettings h264 = VideoSettings.of(Container.MP4, VideoCodec.H264);
		VideoSettings vp9 = VideoSettings.of(Container.WEBM, VideoCodec.VP9);
		// A player turns against the clock by what the file says; so what is stored is turned with it.
		return List.of(stored("turned-90", clip(), "rotate-270", h264.withRotation(90)),
				stored("turned-180", clip(), "rotate-180", h264.withRotation(180)),
				stored("turned-270", clip(), "rotate-90", h264.withRotation(270)),
				stored("turned-90-mov", clip(), "rotate-270", VideoSettings.of(Container.MOV, VideoCodec.H264).withRotation(90)),
				stored("anamorphic", clip(), "squeeze-75", h264.withPixelAspect(4, 3)),
				stored("anamorphic-mkv", clip(), "squeeze-75", VideoSettings.of(Container.MKV, VideoCodec.H264).withPixelAspect(4, 3)),
				VideoSample.of("portrait", Clips.scenes(SEED, 240, 320, DURATION_MS), h264),
				VideoSample.of("padded", Clips.scenes(SEED, 318, 234, DURATION_MS), h264),
				VideoSample.of("odd", Clips.scenes(SEED, 319, 239, DURATION_MS), vp9),
				VideoSample.of("odd-mjpeg", Clips.scenes(SEED, 319, 239, DURATION_MS),
						VideoSettings.of(Container.AVI, VideoCodec.MJPEG)),
				VideoSample.of("ten-bit", clip(), VideoSettings.of(Container.MP4, VideoCodec.AV1).withTenBit()),
				VideoSample.of("low", clip(), h264.withFidelity(Fidelity.LOW)));
	}

	private static VideoSample stored(String name, GeneratedClip shown, String distortion, VideoSettings settings) {
		Distortion how = Distortions.named(distortion);
		return VideoSample.of(name, shown, clip -> Montage.drawnOn(clip, picture -> how.apply(picture, SEED)), settings);
	}

	/** Frames at other times than their number says, files that lie about how long they are. */
	private static List<VideoSample> times() {
		VideoSettings mp4 = VideoSettings.of(Container.MP4, VideoCodec.H264);
		VideoSettings mkv = VideoSettings.of(Container.MKV, VideoCodec.H264);
		GeneratedClip longer = Clips.scenes(SEED, WIDTH, HEIGHT, 2 * DURATION_MS);
		return List.of(VideoSample.of("uneven", longer, Montage::uneven, mp4),
				VideoSample.of("uneven-mkv", longer, Montage::uneven, mkv),
				VideoSample.of("60-a-second", clip().at(60), mp4), VideoSample.of("slow", clip().at(2), mp4),
				VideoSample.of("film-rate", clip().at(24_000 / 1001.0), mp4),
				VideoSample.of("start-hidden", clip(), mp4.withStartUs(-1_000_000)),
				VideoSample.of("late-start", clip(), mp4.withStartUs(2_000_000)),
				VideoSample.of("late-start-ts", clip(), VideoSettings.of(Container.MPEG_TS, VideoCodec.H264).withStartUs(2_000_000)),
				patched("no-duration", mp4, file -> Mp4Boxes.withDuration(file, 0)),
				patched("endless-duration", mp4, file -> Mp4Boxes.withDuration(file, 0xffffffffL)),
				patched("long-duration", mp4, file -> Mp4Boxes.withDuration(file, 0x7ffffffeL)),
				VideoSample.of("b-frames", clip(), VideoSettings.of(Container.MP4, VideoCodec.MPEG4).withBFrames(2)),
				VideoSample.of("b-frames-ts", clip(), VideoSettings.of(Container.MPEG_TS, VideoCodec.MPEG2).withBFrames(2)));
	}

	private static VideoSample patched(String name, VideoSettings settings, UnaryOperator<byte[]> patch) {
		return VideoSample.patched(name, clip(), settings, patch);
	}

	/** What the FFmpeg of this project reads and does not write. */
	private static List<VideoSample> resources() {
		VideoSettings mp4 = VideoSettings.of(Container.MP4, VideoCodec.HEVC).withFidelity(Fidelity.LOW).withBFrames(3);
		VideoSettings mkv = VideoSettings.of(Container.MKV, VideoCodec.HEVC).withFidelity(Fidelity.LOW).withBFrames(3);
		VideoSettings mov = VideoSettings.of(Container.MOV, VideoCodec.HEVC).withFidelity(Fidelity.LOW).withBFrames(3);
		VideoSettings h264 = VideoSettings.of(Container.MP4, VideoCodec.H264).withFidelity(Fidelity.LOW).withBFrames(3);
		return List.of(VideoSample.resource("hevc.mp4", clip(), mp4), VideoSample.resource("hevc-10-bit.mkv", clip(), mkv.withTenBit()),
				VideoSample.resource("hevc-turned.mov", Clips.scenes(SEED, 240, 320, DURATION_MS), mov.withRotation(270)),
				VideoSample.resource("h264-b-frames.mp4", clip(), h264));
	}

	/** What one does not expect. */
	private static List<VideoSample> oddities() {
		VideoSettings mp4 = VideoSettings.of(Container.MP4, VideoCodec.H264);
		UnaryOperator<MovingPicture> halfSize = clip -> Montage.joined(List.of(Montage.cut(clip, 0, 1_000_000),
				Montage.drawnOn(Montage.cut(clip, 1_000_000, Long.MAX_VALUE),
						picture -> Distortions.named("scale-50").apply(picture, SEED))));
		return List.of(VideoSample.of("with-sound", clip(), mp4.withSound()),
				VideoSample.of("one-frame", Clips.still(SEED, WIDTH, HEIGHT, 40), mp4),
				VideoSample.of("one-frame-gif", Clips.still(SEED, WIDTH, HEIGHT, 40), VideoSettings.of(Container.GIF, VideoCodec.GIF)),
				VideoSample.of("size-changes-ts", clip(), halfSize, VideoSettings.of(Container.MPEG_TS, VideoCodec.H264)),
				VideoSample.of("size-changes", clip(), halfSize, VideoSettings.of(Container.WEBM, VideoCodec.VP9)),
				VideoSample.of("key-frames-far", clip(), mp4.withKeyFrameEvery(10_000)),
				VideoSample.of("key-frames-only", clip(), mp4.withKeyFrameEvery(1)),
				VideoSample.of("spycam", Clips.spycam(SEED, WIDTH, HEIGHT, DURATION_MS), mp4),
				VideoSample.of("fast-cuts", Clips.fastCuts(SEED, WIDTH, HEIGHT, DURATION_MS), mp4),
				VideoSample.of("still", Clips.still(SEED, WIDTH, HEIGHT, DURATION_MS), mp4));
	}
}
