package org.hashaven.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JPEG that lost its last bytes is decoded when its picture is whole, and refused when it is not. */
class JpegTailTest {

	private static final Picture PICTURE = PictureGenerator.photo(11, 151, 93);

	static List<byte[]> baseline() {
		return List.of(SeedPictures.encode(PICTURE, ".jpg"), SeedPictures.encode(PICTURE.toGrey(), ".jpg"),
				SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 2),
				SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
						opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444),
				SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
						opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422),
				SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1, opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 40));
	}

	@ParameterizedTest
	@MethodSource("baseline")
	void withoutItsEndMarkerIsWhole(byte[] file) throws ImageException {
		RgbImage whole = Pixels.decode(file);
		Pixels.assertSame(Pixels.decode(Arrays.copyOf(file, file.length - 1)), whole);
		Pixels.assertSame(Pixels.decode(Arrays.copyOf(file, file.length - 2)), whole);
	}

	@ParameterizedTest
	@MethodSource("baseline")
	void withoutItsLastBlocksIsCutOff(byte[] file) {
		for (int lost = 6; lost < file.length - 700; lost += 1 + lost / 7) {
			assertCutOff(Arrays.copyOf(file, file.length - lost), lost + " bytes lost");
		}
	}

	@ParameterizedTest
	@MethodSource("baseline")
	void whoseEndWasReplacedByZerosIsCutOff(byte[] file) {
		for (int lost : new int[]{200, 1000, file.length / 2}) {
			byte[] zeroed = file.clone();
			Arrays.fill(zeroed, file.length - lost, file.length, (byte) 0);
			assertCutOff(zeroed, lost + " bytes zeroed");
		}
	}

	@ParameterizedTest
	@MethodSource("baseline")
	void followedByAnythingIsWhole(byte[] file) throws ImageException {
		RgbImage whole = Pixels.decode(file);
		for (int more : new int[]{1, 2, 100, 5000}) {
			Pixels.assertSame(Pixels.decode(Arrays.copyOf(file, file.length + more)), whole);
		}
		byte[] twice = Arrays.copyOf(file, 2 * file.length);
		System.arraycopy(file, 0, twice, file.length, file.length / 2);
		Pixels.assertSame(Pixels.decode(twice), whole);
	}

	/** The last scan of a progressive file is a refinement; before it is reached the picture is not whole. */
	@Test
	void cutInItsLastRefinementIsAlmostTheSame() throws ImageException {
		byte[] file = SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
		RgbImage whole = Pixels.decode(file);
		int refinement = lastScan(file);
		assertThat(refinement).isLessThan(file.length - 100);
		for (int length = file.length - 2; length > refinement + 20; length -= 53) {
			Pixels.assertClose(Pixels.decode(Arrays.copyOf(file, length)), whole, 3, 1);
		}
		for (int length = file.length / 3; length > 800; length -= 101) {
			assertCutOff(Arrays.copyOf(file, length), "cut to " + length);
		}
	}

	private static int lastScan(byte[] file) {
		int last = 0;
		for (int i = 2; i + 1 < file.length; i++) {
			if (file[i] == (byte) 0xff && file[i + 1] == (byte) JpegHeader.SOS) {
				last = i;
			}
		}
		return last;
	}

	private static void assertCutOff(byte[] file, String what) {
		ImageException refusal = catchThrowableOfType(ImageException.class, () -> Pixels.decode(file));
		assertThat(refusal).as(what).extracting(ImageException::reason).isEqualTo(ImageException.Reason.CORRUPT);
	}
}
