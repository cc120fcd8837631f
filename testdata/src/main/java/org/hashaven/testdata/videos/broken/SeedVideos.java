package org.hashaven.testdata.videos.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.MovingPicture;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;

/** Tiny sound videos in every format; what is broken is made from them. Made once a run. */
public final class SeedVideos {

	public static final int WIDTH = 128;
	public static final int HEIGHT = 96;
	private static final long DURATION_MS = 480;
	private static final long SEED = 3;
	/** As far as the index reaches that MP4s have in front, so that mutations meet it. */
	public static final int HEADER_BYTES = 1_200;

	private static final Map<String, byte[]> ALL = make();

	private SeedVideos() {
	}

	/** The files by name, the name ending with the format's usual suffix. */
	public static Map<String, byte[]> all() {
		return ALL;
	}

	/** The file of this name. */
	static byte[] named(String name) {
		byte[] file = ALL.get(name);
		if (file == null) {
			throw new IllegalArgumentException("no seed " + name);
		}
		return file.clone();
	}

	private static Map<String, byte[]> make() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		VideoSettings mp4 = VideoSettings.of(Container.MP4, VideoCodec.H264).withKeyFrameEvery(6);
		try {
			put(files, "h264.mp4", mp4);
			put(files, "sound.mp4", mp4.withSound());
			put(files, "index-first.mp4", VideoSettings.of(Container.MP4_INDEX_FIRST, VideoCodec.H264).withKeyFrameEvery(6));
			put(files, "pieces.mp4", VideoSettings.of(Container.MP4_PIECES, VideoCodec.H264).withKeyFrameEvery(6));
			put(files, "hidden-start.mov", VideoSettings.of(Container.MOV, VideoCodec.MPEG4).withStartUs(-200_000).withBFrames(1));
			put(files, "h263.3gp", VideoSettings.of(Container.THREE_GP, VideoCodec.H263));
			put(files, "av1.mkv", VideoSettings.of(Container.MKV, VideoCodec.AV1).withKeyFrameEvery(6));
			put(files, "h264.mkv", VideoSettings.of(Container.MKV, VideoCodec.H264).withKeyFrameEvery(6).withSound());
			put(files, "vp8.webm", VideoSettings.of(Container.WEBM, VideoCodec.VP8).withKeyFrameEvery(6));
			put(files, "vp9.webm", VideoSettings.of(Container.WEBM, VideoCodec.VP9).withKeyFrameEvery(6));
			put(files, "mpeg4.avi", VideoSettings.of(Container.AVI, VideoCodec.MPEG4));
			put(files, "mjpeg.avi", VideoSettings.of(Container.AVI, VideoCodec.MJPEG));
			put(files, "h264.ts", VideoSettings.of(Container.MPEG_TS, VideoCodec.H264).withKeyFrameEvery(6).withSound());
			put(files, "headless.ts",
					VideoSettings.of(Container.MPEG_TS, VideoCodec.H264).withKeyFrameEvery(6).withoutFirstPackets(1));
			put(files, "mpeg2.ts", VideoSettings.of(Container.MPEG_TS, VideoCodec.MPEG2).withBFrames(1));
			put(files, "flv1.flv", VideoSettings.of(Container.FLV, VideoCodec.FLV1));
			put(files, "h264.flv", VideoSettings.of(Container.FLV, VideoCodec.H264).withKeyFrameEvery(6).withSound());
			put(files, "wmv2.wmv", VideoSettings.of(Container.WMV, VideoCodec.WMV2));
			put(files, "mpeg2.mpg", VideoSettings.of(Container.MPEG_PS, VideoCodec.MPEG2));
			put(files, "moving.gif", VideoSettings.of(Container.GIF, VideoCodec.GIF));
			put(files, "moving.webp", VideoSettings.of(Container.WEBP, VideoCodec.WEBP));
			for (Container container : new Container[]{Container.MP4, Container.MKV, Container.MPEG_TS}) {
				files.put("sound-only" + container.extension(), sound(container));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Collections.unmodifiableMap(files);
	}

	private static void put(Map<String, byte[]> files, String name, VideoSettings settings) throws IOException {
		MovingPicture clip = Clips.scenes(SEED, WIDTH, HEIGHT, DURATION_MS);
		files.put(name, written(settings.container(), file -> VideoFile.write(clip, settings, file)));
	}

	private static byte[] sound(Container container) throws IOException {
		return written(container, file -> VideoFile.writeSound(DURATION_MS, container, file));
	}

	/** Writes a file somewhere. */
	private interface Writing {

		void to(Path file) throws IOException;
	}

	private static byte[] written(Container container, Writing writing) throws IOException {
		Path file = Files.createTempFile("hashaven-seed", container.extension());
		try {
			writing.to(file);
			return Files.readAllBytes(file);
		} finally {
			Files.delete(file);
		}
	}
}
