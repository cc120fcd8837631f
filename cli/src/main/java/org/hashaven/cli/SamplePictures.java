package org.hashaven.cli;

import java.io.File;
import java.io.IOException;
import org.hashaven.image.ImageDecoder;
import org.hashaven.testdata.distortions.Encoded;
import org.hashaven.testdata.pictures.Picture;
import org.hashaven.testdata.pictures.PictureGenerator;

/** Generated photo-like pictures, so that the program can be shown without a picture of anyone. */
final class SamplePictures {

	private static final int WIDTH = 720;
	private static final int HEIGHT = 540;
	private static final int GOOD_JPEG = 92;

	/** One white pixel as a BMP file. */
	private static final byte[] ONE_PIXEL = {'B', 'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24,
			0,
			0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, 0};

	private SamplePictures() {
	}

	/**
	 * Makes the tools that alter and encode pictures ready to use. They share the decoder's native libraries, which the decoder loads, and
	 * need one more that no decoder needs.
	 */
	@SuppressWarnings("restricted") // loading native code, which the launcher allows
	static void requireTools() throws IOException {
		new ImageDecoder().decode(ONE_PIXEL);
		String folder = System.getProperty("haven.natives");
		if (folder != null) {
			System.load(new File(folder, System.mapLibraryName("jniopencv_imgproc")).getAbsolutePath());
		}
	}

	/** A photo-like picture; each number gives another. */
	static Picture photo(long number) {
		return PictureGenerator.photo(number, WIDTH, HEIGHT);
	}

	/** A picture as a camera saves it. */
	static byte[] jpeg(Picture picture) {
		return Encoded.jpeg(picture, GOOD_JPEG);
	}
}
