package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.samples.pictures.Picture;

/**
 * One thing that people do to a video before they post it again.
 *
 * @param name
 *            what it is, in one word with its parameters; unique in the catalogue
 * @param original
 *            makes what was there first; for most it is the video itself
 * @param copy
 *            makes what is posted
 * @param settings
 *            of the file it is posted in
 * @param shared
 *            what both have in common
 */
public record VideoDistortion(String name, Change original, Change copy, VideoSettings settings, Sharing shared) {

	/** Makes another moving picture of one; seeds decide what is left to chance. */
	@FunctionalInterface
	public interface Change {

		MovingPicture apply(MovingPicture from, long seed) throws IOException;
	}

	/** Says what both have in common, in the order of the copy, given how long the video is. */
	@FunctionalInterface
	public interface Sharing {

		List<SharedSpan> of(long durationUs);
	}

	private static final VideoSettings ORIGINAL = VideoSettings.of(Container.MP4, VideoCodec.H264);

	/** Nothing is changed. */
	static final Change NONE = (video, seed) -> video;

	/** Whether what was there first is not the video itself. */
	public boolean changesOriginal() {
		return !original.equals(NONE);
	}

	/** Writes what was there first. */
	public void writeOriginal(MovingPicture video, long seed, Path file) throws IOException {
		VideoFile.write(evenSized(original.apply(video, seed)), ORIGINAL, file);
	}

	/** Writes what is posted; the file's name should end as {@link #settings()} have it. */
	public void writeCopy(MovingPicture video, long seed, Path file) throws IOException {
		VideoFile.write(evenSized(copy.apply(video, seed)), settings, file);
	}

	/** Without the last row or column where their number is odd: H.264 halves both for colour. */
	private static MovingPicture evenSized(MovingPicture video) {
		return Montage.drawnOn(video, picture -> {
			int width = picture.width() & ~1;
			int height = picture.height() & ~1;
			boolean even = width == picture.width() && height == picture.height();
			return even ? picture : cut(picture.toRgb(), width, height);
		});
	}

	private static Picture cut(Picture picture, int width, int height) {
		byte[] samples = new byte[width * height * 3];
		for (int row = 0; row < height; row++) {
			System.arraycopy(picture.samples(), row * picture.width() * 3, samples, row * width * 3, width * 3);
		}
		return Picture.ofRgb(width, height, samples);
	}

	@Override
	public String toString() {
		return name;
	}
}
