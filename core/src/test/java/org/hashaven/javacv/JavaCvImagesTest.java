package org.hashaven.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code Mat} and a {@code Frame} have the hash that the same pixels have in a file. */
class JavaCvImagesTest {

	private static final long SEED = 7;

	/** Sizes below and above 512, at which PDQ samples, and odd ones, whose rows JavaCV pads. */
	@ParameterizedTest
	@CsvSource({"640,480", "319,239", "1001,667", "21,17", "64,64"})
	void hash_sameColoursAsFile_sameBits(int width, int height) throws IOException {
		Picture picture = PictureGenerator.photo(SEED, width, height).toRgb();
		RgbImage decoded = new ImageDecoder().decode(Encoded.png(picture));
		try (Mat mat = mat(picture); OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
			assertSame(decoded, JavaCvImages.toRgbImage(mat));
			assertThat(JavaCvImages.hash(mat)).isEqualTo(PdqHasher.hash(decoded));
			Frame frame = converter.convert(mat);
			assertSame(decoded, JavaCvImages.toRgbImage(frame));
			assertThat(JavaCvImages.hash(frame, new PdqWorkspace())).isEqualTo(PdqHasher.hash(decoded));
			try (Frame copy = frame.clone()) {
				assertThat(JavaCvImages.hash(copy)).isEqualTo(PdqHasher.hash(decoded));
			}
		}
	}

	@Test
	void hash_matReadFromFile_sameBits() throws IOException {
		byte[] png = Encoded.png(PictureGenerator.photo(SEED, 500, 400).toRgb());
		PdqResult expected = PdqHasher.hash(new ImageDecoder().decode(png));
		try (BytePointer bytes = new BytePointer(png);
				Mat file = new Mat(1, png.length, opencv_core.CV_8UC1, bytes);
				Mat mat = opencv_imgcodecs.imdecode(file, opencv_imgcodecs.IMREAD_COLOR)) {
			assertThat(JavaCvImages.hash(mat, new PdqWorkspace())).isEqualTo(expected);
		}
	}

	@Test
	void hash_grey_sameBitsAsGreyFile() throws IOException {
		Picture grey = PictureGenerator.photo(SEED, 333, 250).toGrey();
		RgbImage decoded = new ImageDecoder().decode(Encoded.png(grey));
		assertThat(decoded.channels()).isEqualTo(1);
		try (Mat mat = mat(grey); OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
			assertSame(decoded, JavaCvImages.toRgbImage(mat));
			assertSame(decoded, JavaCvImages.toRgbImage(converter.convert(mat)));
			assertThat(JavaCvImages.hash(mat)).isEqualTo(PdqHasher.hash(decoded));
		}
	}

	/** Colours under transparent pixels count, and what is seen of the picture can be hashed as well. */
	@Test
	void hash_alpha_sameBitsAsTransparentFile() throws IOException {
		Picture picture = PictureGenerator.photo(SEED, 300, 200).toRgb();
		try (Mat mat = withAlpha(picture, false); OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
			RgbImage decoded = new ImageDecoder().decode(png(mat));
			assertThat(decoded.isTransparent()).isTrue();
			RgbImage image = JavaCvImages.toRgbImage(mat);
			assertSame(decoded, image);
			assertSame(decoded.on(255), image.on(255));
			assertSame(decoded.on(0), JavaCvImages.toRgbImage(converter.convert(mat)).on(0));
			assertThat(JavaCvImages.hash(mat)).isEqualTo(PdqHasher.hash(decoded));
		}
	}

	/** Sources without alpha leave zeros in its place. */
	@Test
	void toRgbImage_alphaOfZeros_isOpaque() {
		try (Mat mat = withAlpha(PictureGenerator.photo(SEED, 30, 20).toRgb(), true)) {
			assertThat(JavaCvImages.toRgbImage(mat).isTransparent()).isFalse();
		}
	}

	/** A part of a {@code Mat} has the rows of the whole, which reach further than its own. */
	@ParameterizedTest
	@ValueSource(ints = {1, 3, 4})
	void hash_partOfMat_sameBitsAsItsCopy(int channels) {
		Picture picture = PictureGenerator.photo(SEED, 640, 480);
		try (Mat whole = channels == 1
				? mat(picture.toGrey())
				: channels == 3 ? mat(picture.toRgb()) : withAlpha(picture.toRgb(), false);
				Mat part = new Mat(whole, new Rect(101, 57, 539, 423));
				Mat copy = part.clone();
				OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
			assertThat(part.isContinuous()).isFalse();
			assertThat(copy.isContinuous()).isTrue();
			assertSame(JavaCvImages.toRgbImage(copy), JavaCvImages.toRgbImage(part));
			assertThat(JavaCvImages.hash(part)).isEqualTo(JavaCvImages.hash(copy)).isNotEqualTo(JavaCvImages.hash(whole));
			Frame frame = converter.convert(part);
			assertThat(frame.imageStride).isEqualTo(640 * channels);
			assertThat(JavaCvImages.hash(frame)).isEqualTo(JavaCvImages.hash(copy));
		}
	}

	/** Buffers on the Java heap, which Android's and Java2D's converters make, and a position that the last reader has left. */
	@Test
	void hash_frameOnHeap_sameBits() {
		Picture picture = PictureGenerator.photo(SEED, 200, 100).toRgb();
		Frame frame = new Frame();
		frame.imageWidth = 200;
		frame.imageHeight = 100;
		frame.imageDepth = Frame.DEPTH_UBYTE;
		frame.imageChannels = 3;
		frame.imageStride = 600;
		frame.image = new ByteBuffer[]{ByteBuffer.wrap(bgr(picture)).position(17).limit(30)};
		assertThat(JavaCvImages.hash(frame)).isEqualTo(PdqHasher.hash(RgbImage.ofRgb(200, 100, picture.samples())));
	}

	@ParameterizedTest
	@ValueSource(ints = {opencv_core.CV_8S, opencv_core.CV_16U, opencv_core.CV_32F, opencv_core.CV_64F})
	void hash_otherDepth_saysWhatToDo(int depth) {
		try (Mat mat = new Mat(10, 10, opencv_core.CV_MAKETYPE(depth, 3));
				OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(mat)).withMessageContaining("CV_8U")
					.withMessageContaining("convertTo");
			Frame frame = converter.convert(mat);
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(frame)).withMessageContaining("DEPTH_UBYTE");
		}
	}

	@Test
	void hash_whatHasNoPixels_isRejected() {
		try (Mat empty = new Mat();
				Mat twoChannels = new Mat(10, 10, opencv_core.CV_8UC2);
				Mat cube = new Mat(new int[]{4, 5, 6}, opencv_core.CV_8UC1);
				Frame outside = new Frame(10, 10, Frame.DEPTH_UBYTE, 3)) {
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(empty));
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(cube));
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(twoChannels)).withMessageContaining("2 channels");
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(new Frame())).withMessageContaining("no image");
			outside.imageHeight = 11;
			assertThatIllegalArgumentException().isThrownBy(() -> JavaCvImages.hash(outside));
		}
	}

	private static void assertSame(RgbImage expected, RgbImage image) {
		assertThat(image.width()).isEqualTo(expected.width());
		assertThat(image.height()).isEqualTo(expected.height());
		assertThat(image.channels()).isEqualTo(expected.channels());
		assertThat(image.samples()).isEqualTo(expected.samples());
	}

	private static Mat mat(Picture picture) {
		boolean grey = picture.channels() == 1;
		Mat mat = new Mat(picture.height(), picture.width(), grey ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3);
		mat.data().put(grey ? picture.samples() : bgr(picture));
		return mat;
	}

	private static byte[] bgr(Picture picture) {
		byte[] rgb = picture.samples();
		byte[] bgr = new byte[rgb.length];
		for (int at = 0; at < rgb.length; at++) {
			bgr[at] = rgb[at + 2 - 2 * (at % 3)];
		}
		return bgr;
	}

	/** The picture with an alpha that grows from left to right, or with none of it anywhere. */
	private static Mat withAlpha(Picture picture, boolean zeros) {
		byte[] bgr = bgr(picture);
		byte[] bgra = new byte[bgr.length / 3 * 4];
		for (int pixel = 0; pixel < bgr.length / 3; pixel++) {
			System.arraycopy(bgr, 3 * pixel, bgra, 4 * pixel, 3);
			bgra[4 * pixel + 3] = zeros ? 0 : (byte) (255 * (pixel % picture.width()) / picture.width());
		}
		Mat mat = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC4);
		mat.data().put(bgra);
		return mat;
	}

	private static byte[] png(Mat mat) {
		try (BytePointer file = new BytePointer()) {
			assertThat(opencv_imgcodecs.imencode(".png", mat, file)).isTrue();
			byte[] bytes = new byte[(int) file.limit()];
			file.get(bytes);
			return bytes;
		}
	}
}
