package org.hashaven.samples.videos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hashaven.samples.pictures.Picture;
import org.jspecify.annotations.Nullable;

/** A video file of a kind, and what a player must show of it. The file is made once a run, when it is first asked for. */
public final class VideoSample {

	private final String name;
	private final GeneratedClip clip;
	private final UnaryOperator<MovingPicture> stored;
	private final VideoSettings settings;
	private final Maker maker;
	private @Nullable Path file;

	/** Makes a file's bytes. */
	private interface Maker {

		byte[] make(Path target) throws IOException;
	}

	private VideoSample(String name, GeneratedClip clip, UnaryOperator<MovingPicture> stored, VideoSettings settings, Maker maker) {
		this.name = name;
		this.clip = clip;
		this.stored = stored;
		this.settings = settings;
		this.maker = maker;
	}

	/** A clip as it is. */
	static VideoSample of(String name, GeneratedClip clip, VideoSettings settings) {
		return of(name, clip, UnaryOperator.identity(), settings);
	}

	/**
	 * A clip that is stored otherwise than it is seen.
	 *
	 * @param clip
	 *            what is seen when it is played
	 * @param stored
	 *            makes of it what is put into the file
	 */
	static VideoSample of(String name, GeneratedClip clip, UnaryOperator<MovingPicture> stored, VideoSettings settings) {
		return new VideoSample(name, clip, stored, settings, target -> written(stored.apply(clip), settings, target));
	}

	/** A clip whose finished file is changed. */
	static VideoSample patched(String name, GeneratedClip clip, VideoSettings settings, UnaryOperator<byte[]> patch) {
		return new VideoSample(name, clip, UnaryOperator.identity(), settings, target -> patch.apply(written(clip, settings, target)));
	}

	/** A clip that was encoded elsewhere. */
	static VideoSample resource(String name, GeneratedClip clip, VideoSettings settings) {
		return new VideoSample(name, clip, UnaryOperator.identity(), settings, target -> {
			try (InputStream in = Objects.requireNonNull(VideoSample.class.getResourceAsStream(name), name)) {
				return in.readAllBytes();
			}
		});
	}

	private static byte[] written(MovingPicture video, VideoSettings settings, Path target) throws IOException {
		VideoFile.write(video, settings, target);
		return Files.readAllBytes(target);
	}

	/** What is special about it. */
	public String name() {
		return name;
	}

	public VideoSettings settings() {
		return settings;
	}

	/** How long it is shown, in microseconds. */
	public long durationUs() {
		return clip.durationUs() - hiddenUs();
	}

	/** What a player must show so many microseconds behind the first frame it shows: upright, with square pixels. */
	public Picture pictureAt(long timeUs) {
		return clip.pictureAt(timeUs + hiddenUs());
	}

	/** Where scenes start, in microseconds behind the first frame shown; without the first one's start. */
	public List<Long> cutsUs() {
		return clip.cutsUs().stream().map(cut -> cut - hiddenUs()).filter(cut -> cut > 0).toList();
	}

	/** How many frames are shown. */
	public int frameCount() throws IOException {
		int count = 0;
		try (Frames frames = stored.apply(clip).frames()) {
			for (TimedPicture frame = frames.next(); frame != null; frame = frames.next()) {
				count += frame.timeUs() >= hiddenUs() ? 1 : 0;
			}
		}
		return count;
	}

	private long hiddenUs() {
		return Math.max(0, -settings.startUs());
	}

	/** The file. */
	public synchronized Path file() {
		Path made = file;
		if (made == null) {
			made = make();
			file = made;
		}
		return made;
	}

	private Path make() {
		Path target = RunFolder.file(settings.container().extension());
		try {
			return Files.write(target, maker.make(target));
		} catch (IOException e) {
			throw new UncheckedIOException(name, e);
		}
	}

	@Override
	public String toString() {
		return name;
	}
}
