package org.hashaven.testdata.golden;

import java.util.List;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.pictures.PictureKind;

/**
 * A generated picture and what the C++ reference of PDQ makes of it.
 *
 * @param kind
 *            what the picture shows
 * @param seed
 *            of the picture
 * @param width
 *            in pixels
 * @param height
 *            in pixels
 * @param channels
 *            3 for colour, 1 for grey
 * @param quality
 *            PDQ's quality, 0..100
 * @param dihedral
 *            eight hashes in hexadecimal, in the order of {@link #FORMS}
 * @param plainQuality
 *            the quality from the reference's function for one hash; differs from {@code quality} at 64 × 64 pixels if at all
 * @param plain
 *            the hash from that function; differs from the first of the eight at 64 × 64 pixels if at all
 */
public record GoldenRow(PictureKind kind, long seed, int width, int height, int channels, int quality, List<String> dihedral,
		int plainQuality, String plain) {

	/** The reference's names of the eight symmetries, in its order. */
	public static final List<String> FORMS = List.of("original", "rotate90", "rotate180", "rotate270", "flipX", "flipY", "flipPlus1",
			"flipMinus1");

	/** Copies the list. */
	public GoldenRow {
		dihedral = List.copyOf(dihedral);
	}

	/** Draws the picture, a new one each time. */
	public Picture picture() {
		Picture picture = PictureGenerator.picture(kind, seed, width, height);
		return channels == 1 ? picture.toGrey() : picture;
	}

	/** Which picture it is; for failure messages. */
	public String describe() {
		return "%s of seed %d, %d x %d x %d".formatted(kind.word(), seed, width, height, channels);
	}
}
