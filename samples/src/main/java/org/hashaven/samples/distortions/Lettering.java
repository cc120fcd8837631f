package org.hashaven.samples.distortions;

import java.util.Random;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/** Text over the picture: a watermark all over it, or big letters across it. */
final class Lettering implements Distortion {

	private static final String[] MARKS = {"SAMPLE", "hot news 24", "@user_1987", "www.example.org", "do not copy", "photo by me"};
	private static final String[] SHOUTS = {"SAMPLE", "HOT NEWS", "share now", "LOOK!", "NEW", "follow me"};
	private static final int FONT = opencv_imgproc.FONT_HERSHEY_DUPLEX;

	private final String name;
	private final boolean everywhere;
	private final int heightPercent;
	private final int opacityPercent;

	private Lettering(String name, boolean everywhere, int heightPercent, int opacityPercent) {
		this.name = name;
		this.everywhere = everywhere;
		this.heightPercent = heightPercent;
		this.opacityPercent = opacityPercent;
	}

	/** Rows of small grey text, so many percent opaque. */
	static Lettering watermark(int opacityPercent) {
		return new Lettering("watermark-" + opacityPercent, true, 5, opacityPercent);
	}

	/** One line of white letters with black edges, so many percent of the picture's height high. */
	static Lettering bigText(int heightPercent) {
		return new Lettering("big-text-" + heightPercent, false, heightPercent, 100);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		String[] words = everywhere ? MARKS : SHOUTS;
		String word = words[random.nextInt(words.length)];
		int height = Math.max(1, picture.height() * heightPercent / 100);
		return Mats.on(picture, mat -> {
			Mat lettered = mat.clone();
			if (everywhere) {
				for (int row = 0; row * 3 * height < picture.height() + height; row++) {
					int width = widthOf(word, height) + 2 * height;
					for (int x = -random.nextInt(width); x < picture.width(); x += width) {
						write(lettered, word, x, row * 3 * height, height, 0xd8d8d8, Math.max(1, height / 12));
					}
				}
			} else {
				int x = (picture.width() - widthOf(word, height)) / 2;
				int baseline = height + random.nextInt(Math.max(1, picture.height() - height));
				write(lettered, word, x, baseline, height, 0, Math.max(2, height / 4));
				write(lettered, word, x, baseline, height, 0xffffff, Math.max(1, height / 8));
			}
			opencv_core.addWeighted(lettered, opacityPercent / 100.0, mat, 1 - opacityPercent / 100.0, 0, mat);
		});
	}

	/** Draws a line of text; x and baseline are its lower left corner. */
	static void write(Mat mat, String text, int x, int baseline, int height, int rgb, int thickness) {
		opencv_imgproc.putText(mat, text, new Point(x, baseline), FONT, scale(height), Mats.colour(rgb), thickness, opencv_imgproc.LINE_AA,
				false);
	}

	static int widthOf(String text, int height) {
		try (IntPointer below = new IntPointer(1L); Size size = opencv_imgproc.getTextSize(text, FONT, scale(height), 1, below)) {
			return Math.max(1, size.width());
		}
	}

	/** Hershey's capitals are 21 units high. */
	private static double scale(int height) {
		return height / 21.0;
	}
}
