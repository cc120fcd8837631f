package org.hashaven.javacv;

import java.lang.ref.Reference;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;

/**
 * Hashes a {@code Mat} or {@code Frame} in hand, or copies it to an {@link RgbImage}, from which regions and views are made.
 *
 * <p>
 * Pixels are 8 bits a channel: grey ({@code CV_8UC1}), BGR ({@code CV_8UC3}) or BGRA ({@code CV_8UC4}), as OpenCV and JavaCV have them.
 * Frames of {@code FFmpegFrameGrabber} say themselves if they are RGB; those of other converters must be BGR. Rows may be padded; a
 * {@code Mat} may be a part of another one. Other depths are rejected, since only the caller knows what the values mean. Colours under
 * transparent pixels are hashed as they are, as in files; {@link RgbImage#on} shows what is seen.
 *
 * <p>
 * The same pixels have the same hash as those that {@link org.hashaven.image.ImageDecoder} decodes from a lossless file. From JPEG,
 * decoders may give slightly different pixels. EXIF orientation is the caller's: {@code imread} applies it by default.
 *
 * <p>
 * Thread-safe. Pixels are copied once, and nothing of the original is kept: the caller owns it, and must not change or free it during a
 * call.
 */
@SuppressWarnings("exports") // JavaCV is optional: who calls this has it
public final class JavaCvImages {

	private JavaCvImages() {
	}

	/**
	 * Copies the pixels of a {@code Mat}.
	 *
	 * @throws IllegalArgumentException
	 *             when it is empty, or its pixels are not 1, 3 or 4 channels of 8 bits
	 */
	public static RgbImage toRgbImage(Mat mat) {
		try {
			return PackedPixels.of(mat).toRgbImage();
		} finally {
			Reference.reachabilityFence(mat);
		}
	}

	/**
	 * Copies the pixels of a {@code Frame}.
	 *
	 * @throws IllegalArgumentException
	 *             when it has no image, as one of sound, or its pixels are not 1, 3 or 4 channels of 8 bits side by side
	 */
	public static RgbImage toRgbImage(Frame frame) {
		try {
			return PackedPixels.of(frame).toRgbImage();
		} finally {
			Reference.reachabilityFence(frame);
		}
	}

	/**
	 * The PDQ hash of a {@code Mat}.
	 *
	 * @throws IllegalArgumentException
	 *             as {@link #toRgbImage(Mat)}
	 */
	public static PdqResult hash(Mat mat) {
		return PdqHasher.hash(toRgbImage(mat));
	}

	/**
	 * The PDQ hash of a {@code Mat}, for many of them.
	 *
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 * @throws IllegalArgumentException
	 *             as {@link #toRgbImage(Mat)}
	 */
	public static PdqResult hash(Mat mat, PdqWorkspace workspace) {
		return PdqHasher.hash(toRgbImage(mat), workspace);
	}

	/**
	 * The PDQ hash of a {@code Frame} as a photo; frames of videos are hashed by {@link GrabberHasher}.
	 *
	 * @throws IllegalArgumentException
	 *             as {@link #toRgbImage(Frame)}
	 */
	public static PdqResult hash(Frame frame) {
		return PdqHasher.hash(toRgbImage(frame));
	}

	/**
	 * Likewise, for many of them.
	 *
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 * @throws IllegalArgumentException
	 *             as {@link #toRgbImage(Frame)}
	 */
	public static PdqResult hash(Frame frame, PdqWorkspace workspace) {
		return PdqHasher.hash(toRgbImage(frame), workspace);
	}
}
