package org.hashaven.view.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.view.stage.ViewMaker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash of a window is, but for some bits, PDQ's of a picture of what the window shows. */
class WindowSamplerTest {

	private static RgbImage image(Picture picture) {
		return RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}

	private static RgbImage cut(RgbImage image, int left, int top, int width, int height) {
		byte[] samples = new byte[3 * width * height];
		for (int y = 0; y < height; y++) {
			System.arraycopy(image.samples(), 3 * ((top + y) * image.width() + left), samples, 3 * y * width, 3 * width);
		}
		return RgbImage.ofRgb(width, height, samples);
	}

	private static ViewMaker maker(RgbImage image) {
		return new ViewMaker(Pyramid.of(image), new PdqWorkspace());
	}

	@ParameterizedTest
	@CsvSource({"0,0,1000,800", "100,40,700,700", "333,201,256,410", "700,500,300,300", "20,600,900,200", "400,400,280,280"})
	void aWindowIsThePictureOfIt(int left, int top, int width, int height) {
		for (int seed = 0; seed < 4; seed++) {
			RgbImage image = image(PictureGenerator.photo(900 + seed, 1000, 800));
			RgbImage cut = cut(image, left, top, width, height);
			Hash256 expected = PdqHasher.hash(cut).hash();
			Hash256 mirrored = PdqHasher.hash(image(Distortions.named("mirror").apply(Picture.ofRgb(width, height, cut.samples()), 0)))
					.hash();
			ViewMaker maker = maker(image);
			Window window = new Window(left, top, width, height);
			assertThat(maker.plain(Part.INSIDE, window).hash().distance(expected)).isLessThanOrEqualTo(20);
			assertThat(maker.extendedMirrored(Part.INSIDE, window, window).hash().distance(mirrored)).isLessThanOrEqualTo(20);
		}
	}

	/** Reduced first, by means of blocks that do not divide it evenly. */
	@ParameterizedTest
	@CsvSource({"1281,900", "2602,1999"})
	void largePicturesAreReduced(int width, int height) {
		RgbImage image = image(PictureGenerator.photo(77, width, height));
		ViewMaker maker = maker(image);
		assertThat(maker.plain(Part.WHOLE, maker.pyramid().whole()).hash().distance(PdqHasher.hash(image).hash())).isLessThanOrEqualTo(20);
	}

	/** What lies beyond the part that is shown does not count. */
	@ParameterizedTest
	@CsvSource({"0.05,0", "0,0.1", "0.1,0.1"})
	void beyondItsEdgesAWindowRepeatsThem(double across, double down) {
		RgbImage image = image(PictureGenerator.photo(78, 600, 500));
		Window shown = new Window(100, 100, 300, 300);
		Window wide = shown.grown(across, down, across, down);
		RgbImage alone = cut(image, 100, 100, 300, 300);
		Window aloneShown = new Window(0, 0, 300, 300);
		Hash256 expected = maker(alone).extended(Part.EXTENDED, aloneShown.grown(across, down, across, down), aloneShown).hash();
		assertThat(maker(image).extended(Part.EXTENDED, wide, shown).hash().distance(expected)).isLessThanOrEqualTo(4);
	}

	/** A quadrangle with upright sides is a window. */
	@ParameterizedTest
	@CsvSource({"0,0,600,500", "50,70,400,300"})
	void anUprightQuadrangleIsAWindow(double left, double top, double width, double height) {
		ViewMaker maker = maker(image(PictureGenerator.photo(79, 600, 500)));
		Quad turned = Quad.turned(left + width / 2, top + height / 2, width, height, 0);
		Quad corners = Quad.ofCorners(left, top, left + width, top, left + width, top + height, left, top + height);
		Hash256 expected = maker.plain(Part.INSIDE, new Window(left, top, width, height)).hash();
		assertThat(maker.quad(Part.INSIDE, turned, width, height, 0, false).hash().distance(expected)).isLessThanOrEqualTo(12);
		assertThat(maker.quad(Part.INSIDE, corners, width, height, 0, false).hash().distance(expected)).isLessThanOrEqualTo(12);
	}
}
