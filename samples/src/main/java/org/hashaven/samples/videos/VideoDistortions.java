package org.hashaven.samples.videos;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.videos.VideoDistortion.Change;
import org.hashaven.samples.videos.VideoDistortion.Sharing;
import org.hashaven.samples.videos.VideoSettings.Fidelity;

/** The catalogue of what people do to videos, with the parameters we measure by. */
public final class VideoDistortions {

	private static final long INTRO_US = 30_000_000;
	private static final Change NONE = VideoDistortion.NONE;
	private static final Sharing ALL = duration -> List.of(new SharedSpan(0, 0, duration, 1));
	private static final VideoSettings USUAL = VideoSettings.of(Container.MP4, VideoCodec.H264);
	private static final List<VideoDistortion> CATALOGUE = Stream.of(files(), cuts(), speeds(), pictures(), joins()).flatMap(List::stream)
			.toList();

	private VideoDistortions() {
	}

	/** All of them, family by family. */
	public static List<VideoDistortion> catalogue() {
		return CATALOGUE;
	}

	/**
	 * The one of this name.
	 *
	 * @throws IllegalArgumentException
	 *             when the catalogue has none
	 */
	public static VideoDistortion named(String name) {
		return CATALOGUE.stream().filter(distortion -> distortion.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("the catalogue has no " + name));
	}

	/** Coded again. */
	private static List<VideoDistortion> files() {
		return List.of(new VideoDistortion("low-quality", NONE, NONE, USUAL.withFidelity(Fidelity.LOW), ALL),
				new VideoDistortion("vp9", NONE, NONE, VideoSettings.of(Container.WEBM, VideoCodec.VP9), ALL),
				new VideoDistortion("mpeg4-avi", NONE, NONE, VideoSettings.of(Container.AVI, VideoCodec.MPEG4), ALL),
				new VideoDistortion("vp8-low", NONE, NONE, VideoSettings.of(Container.WEBM, VideoCodec.VP8).withFidelity(Fidelity.LOW),
						ALL));
	}

	/** Parts left away. */
	private static List<VideoDistortion> cuts() {
		return List.of(kept("first-10", 0, 0.1), kept("last-10", 0.9, 1), kept("middle-30", 0.35, 0.65),
				of("without-middle", (video, seed) -> Montage.joined(List.of(part(video, 0, 0.4), part(video, 0.6, 1))),
						duration -> List.of(span(duration, 0, 0.4, 0), span(duration, 0.6, 1, at(duration, 0.4)))),
				of("halves-swapped", (video, seed) -> Montage.joined(List.of(part(video, 0.5, 1), part(video, 0, 0.5))),
						duration -> List.of(span(duration, 0.5, 1, 0), span(duration, 0, 0.5, duration - at(duration, 0.5)))),
				of("dropped-frames-30", (video, seed) -> Montage.dropping(video, 0.3, seed), ALL));
	}

	private static VideoDistortion kept(String name, double from, double to) {
		return of(name, (video, seed) -> part(video, from, to),
				duration -> List.of(span(duration, from, to, 0)));
	}

	private static SharedSpan span(long durationUs, double from, double to, long copyUs) {
		return new SharedSpan(at(durationUs, from), copyUs, at(durationUs, to) - at(durationUs, from), 1);
	}

	private static MovingPicture part(MovingPicture video, double from, double to) {
		return Montage.cut(video, at(video.durationUs(), from), at(video.durationUs(), to));
	}

	private static long at(long durationUs, double part) {
		return Math.round(durationUs * part);
	}

	private static List<VideoDistortion> speeds() {
		return List.of(played("faster-20", 1.2), played("slower-20", 0.8));
	}

	private static VideoDistortion played(String name, double speed) {
		return of(name, (video, seed) -> Montage.faster(video, speed), duration -> List.of(new SharedSpan(0, 0, duration, speed)));
	}

	/** Every picture changed alike. */
	private static List<VideoDistortion> pictures() {
		Distortion letterbox = Distortions.named("letterbox-10");
		Change boxed = drawn(letterbox);
		Change mirrored = drawn(Distortions.named("mirror"));
		return List.of(each("half-size", "scale-50"), each("grey", "grey"), each("logo", "sticker-3"), each("mirrored", "mirror"),
				each("letterbox-added", letterbox.name()), new VideoDistortion("letterbox-removed", boxed, NONE, USUAL, ALL),
				each("pillarbox-added", "pillarbox-10"), each("white-border", "border-5"), each("upside-down", "rotate-180"),
				each("quarter-turn", "rotate-90"),
				of("mirrored-and-boxed", (video, seed) -> boxed.apply(mirrored.apply(video, seed), seed), ALL),
				each("cropped-5", "crop-5"), each("text", "big-text-15"));
	}

	private static VideoDistortion each(String name, String pictureDistortion) {
		return of(name, drawn(Distortions.named(pictureDistortion)), ALL);
	}

	private static Change drawn(Distortion distortion) {
		return (video, seed) -> Montage.drawnOn(video, picture -> distortion.apply(picture, seed));
	}

	/** Something else before or behind it. */
	private static List<VideoDistortion> joins() {
		return List.of(
				of("intro-30s", (video, seed) -> Montage.joined(List.of(other(video, seed, INTRO_US), video)),
						duration -> List.of(span(duration, 0, 1, INTRO_US))),
				of("three-joined", (video, seed) -> Montage.joined(List.of(other(video, seed, video.durationUs()), video,
						other(video, ~seed, video.durationUs()))), duration -> List.of(span(duration, 0, 1, duration))),
				new VideoDistortion("reposted", NONE, VideoDistortions::reposted, USUAL.withFidelity(Fidelity.LOW),
						duration -> List.of(span(duration, 0.25, 0.75, 3_000_000))));
	}

	/** Half of it, half as large, with a logo, behind a title of three seconds. */
	private static MovingPicture reposted(MovingPicture video, long seed) throws IOException {
		MovingPicture half = drawn(Distortions.named("scale-50")).apply(part(video, 0.25, 0.75), seed);
		MovingPicture marked = drawn(Distortions.named("sticker-3")).apply(half, seed);
		Picture first = firstOf(marked);
		return Montage.joined(List.of(Clips.title(seed, first.width(), first.height(), 3_000), marked));
	}

	/** Other scenes of the same size. */
	private static MovingPicture other(MovingPicture video, long seed, long durationUs) throws IOException {
		Picture first = firstOf(video);
		return Clips.scenes(seed ^ 0x5eed, first.width(), first.height(), durationUs / 1_000);
	}

	private static Picture firstOf(MovingPicture video) throws IOException {
		try (Frames frames = video.frames()) {
			TimedPicture first = frames.next();
			if (first == null) {
				throw new IOException("a moving picture without a frame");
			}
			return first.picture();
		}
	}

	private static VideoDistortion of(String name, Change copy, Sharing shared) {
		return new VideoDistortion(name, NONE, copy, USUAL, shared);
	}
}
