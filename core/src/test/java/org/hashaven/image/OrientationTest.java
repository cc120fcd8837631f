package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ExifOrientation;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All eight orientations in every format that can carry one: applied, and applied once. */
class OrientationTest {

	/** Sides that are no multiples of the squares in which turned blocks are copied. */
	private static final Picture PICTURE = PictureGenerator.photo(3, 101, 67);
	private static final int VALUES = 8;

	static List<Arguments> files() {
		List<Arguments> files = new ArrayList<>();
		add(files, "JPEG", exif -> jpeg(PICTURE, exif));
		add(files, "grey JPEG", exif -> jpeg(PICTURE.toGrey(), exif));
		add(files, "PNG", OrientationTest::png);
		add(files, "WebP", exif -> webp(exif, ""));
		add(files, "WebP with a prefix", exif -> webp(exif, "Exif\0\0"));
		add(files, "TIFF", OrientationTest::tiff);
		return files;
	}

	private static void add(List<Arguments> files, String format, IntFunction<byte[]> file) {
		for (int exif = 1; exif <= VALUES; exif++) {
			files.add(Arguments.of(format, exif, file.apply(exif), file.apply(1)));
		}
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("files")
	void isApplied(String format, int exif, byte[] turned, byte[] upright) throws ImageException {
		Pixels.assertSame(Pixels.decode(turned), Pixels.oriented(Pixels.decode(upright), exif));
	}

	@Test
	void ofTheLosslessFormatsIsTheOriginal() throws ImageException {
		Pixels.assertSame(Pixels.decode(png(6)), Pixels.oriented(Pixels.of(PICTURE), 6));
		Pixels.assertSame(Pixels.decode(webp(7, "")), Pixels.oriented(Pixels.of(PICTURE), 7));
		Pixels.assertSame(Pixels.decode(tiff(8)), Pixels.oriented(Pixels.of(PICTURE), 8));
	}

	@Test
	void outsideItsEightValuesMeansNothing() throws ImageException {
		for (int exif : new int[]{0, 9, 255, 65_535}) {
			Pixels.assertSame(Pixels.decode(png(exif)), Pixels.of(PICTURE));
		}
	}

	@Test
	void inADamagedBlockMeansNothing() throws ImageException {
		byte[] block = exif(6);
		for (int length = 0; length < block.length; length++) {
			byte[] cut = Arrays.copyOf(block, length);
			assertThat(ExifOrientation.read(new Bytes(cut), 0)).as("%d bytes", length).isIn(Symmetry.IDENTITY, Symmetry.ROTATE_RIGHT);
		}
	}

	@Test
	void isReadFromBigEndianBlocksToo() {
		Blob block = new Blob().text("MM\0*").u32(8).u16(2).u16(0x10f).u16(2).u32(1).u32(0).u16(0x112).u16(3).u32(1).u16(5).u16(0);
		assertThat(ExifOrientation.read(new Bytes(block.toBytes()), 0)).isEqualTo(Symmetry.TRANSPOSE);
	}

	private static byte[] exif(int orientation) {
		return new Blob().text("II*\0").u32Little(8).u16Little(1).u16Little(0x112).u16Little(3).u32Little(1).u16Little(orientation)
				.u16Little(0)
				.u32Little(0).toBytes();
	}

	private static byte[] jpeg(Picture picture, int orientation) {
		byte[] plain = SeedPictures.encode(picture, ".jpg");
		Blob file = new Blob().u8(0xff, 0xd8).jpegSegment(0xe1, new Blob().text("Exif\0\0").bytes(exif(orientation)).toBytes());
		return file.bytes(Arrays.copyOfRange(plain, 2, plain.length)).toBytes();
	}

	private static byte[] png(int orientation) {
		byte[] plain = SeedPictures.encode(PICTURE, ".png");
		int afterHeader = 8 + 25;
		return new Blob().bytes(Arrays.copyOf(plain, afterHeader)).pngChunk("eXIf", exif(orientation))
				.bytes(Arrays.copyOfRange(plain, afterHeader, plain.length)).toBytes();
	}

	private static byte[] webp(int orientation, String prefix) {
		byte[] plain = SeedPictures.encode(PICTURE, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101);
		byte[] extended = new Blob().u8(8, 0, 0, 0).u8(PICTURE.width() - 1, 0, 0).u8(PICTURE.height() - 1, 0, 0).toBytes();
		Blob chunks = new Blob().riffChunk("VP8X", extended).bytes(Arrays.copyOfRange(plain, 12, plain.length));
		chunks.riffChunk("EXIF", new Blob().text(prefix).bytes(exif(orientation)).toBytes());
		return new Blob().text("RIFF").u32Little(4L + chunks.size()).text("WEBP").bytes(chunks).toBytes();
	}

	/** An uncompressed strip behind a directory. */
	private static byte[] tiff(int orientation) {
		int entries = 9;
		int bits = 8 + 2 + entries * 12 + 4;
		int strip = bits + 6;
		Blob file = new Blob().text("II*\0").u32Little(8).u16Little(entries);
		tag(file, 256, 1, PICTURE.width());
		tag(file, 257, 1, PICTURE.height());
		tag(file, 258, 3, bits);
		tag(file, 259, 1, 1);
		tag(file, 262, 1, 2);
		tag(file, 273, 1, strip);
		tag(file, 274, 1, orientation);
		tag(file, 277, 1, 3);
		tag(file, 278, 1, PICTURE.height());
		return file.u32Little(0).u16Little(8).u16Little(8).u16Little(8).bytes(PICTURE.samples()).toBytes();
	}

	private static void tag(Blob file, int tag, int count, int value) {
		file.u16Little(tag).u16Little(3).u32Little(count).u32Little(value);
	}
}
