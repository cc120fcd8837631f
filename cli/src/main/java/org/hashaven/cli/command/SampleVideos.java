package org.hashaven.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.GeneratedClip;
import org.hashaven.samples.videos.Montage;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;

/** A generated video, so that the program can be shown without a video of anyone. */
public final class SampleVideos {

	public static final int DURATION_MS = 12_000;

	private static final int WIDTH = 480;
	private static final int HEIGHT = 360;
	private static final int SEED = 20;
	private static final long PART_FROM_US = 4_300_000;
	private static final long PART_TO_US = 9_100_000;

	private SampleVideos() {
	}

	/** Makes the tools that encode videos ready to use: the decoder's native libraries, which the decoder loads. */
	public static void requireTools() {
		if (!NativeDecoders.loadVideo()) {
			throw new UnsatisfiedLinkError("the native decoders for videos");
		}
	}

	/** Several scenes, with a camera that moves and people who walk by. */
	public static GeneratedClip clip() {
		return Clips.scenes(SEED, WIDTH, HEIGHT, DURATION_MS);
	}

	/** Writes it as a phone saves it. */
	public static void write(GeneratedClip clip, Path file) throws IOException {
		VideoFile.write(clip, VideoSettings.of(Container.MP4, VideoCodec.H264), file);
	}

	/** Writes some seconds from its middle as a re-post: another codec, strong compression. */
	public static void writePart(GeneratedClip clip, Path file) throws IOException {
		VideoSettings settings = VideoSettings.of(Container.WEBM, VideoCodec.VP8).withFidelity(VideoSettings.Fidelity.LOW);
		VideoFile.write(Montage.cut(clip, PART_FROM_US, PART_TO_US), settings, file);
	}
}
