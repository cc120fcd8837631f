package org.hashaven.cli.command;

import java.io.File;
import java.io.IOException;
import java.util.HexFormat;
import org.hashaven.image.ImageDecoder;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/** Generated photo-like pictures, so that the program can be shown without a picture of anyone. */
public final class SamplePictures {

	private static final int WIDTH = 720;
	private static final int HEIGHT = 540;
	private static final int GOOD_JPEG = 92;

	/** A WebP file of one colour: the decoder loads its native libraries for it. */
	private static final byte[] ONE_COLOUR = HexFormat.of().parseHex("5249464614000000574542505650384c080000002f07c00100c8c808");

	private SamplePictures() {
	}

	/**
	 * Makes the tools that alter and encode pictures ready to use. They share the decoder's native libraries, which the decoder loads, and
	 * need one more that no decoder needs.
	 */
	@SuppressWarnings("restricted") // loading native code, which the launcher allows
	public static void requireTools() throws IOException {
		new ImageDecoder().decode(ONE_COLOUR);
		String folder = System.getProperty("haven.natives");
		if (folder != null) {
			System.load(new File(folder, System.mapLibraryName("jniopencv_imgproc")).getAbsolutePath());
		}
	}

	/** A photo-like picture; each number gives another. */
	public static Picture photo(long number) {
		return PictureGenerator.photo(number, WIDTH, HEIGHT);
	}

	/** A picture as a camera saves it. */
	public static byte[] jpeg(Picture picture) {
		return Encoded.jpeg(picture, GOOD_JPEG);
	}
}
