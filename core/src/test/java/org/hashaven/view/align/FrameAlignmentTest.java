package org.hashaven.view.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.PhotoView.Placement;
import org.hashaven.hash.query.PhotoView.Shown;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.view.raster.Pyramid;
import org.hashaven.view.stage.ViewMaker;
import org.junit.jupiter.api.Test;

/** A listed picture is near what an upload shows in its place, and far from it anywhere else. */
class FrameAlignmentTest {

	private static final int WIDTH = 640;
	private static final int HEIGHT = 480;

	/** Of what is left of a crop of a fifth, at one side. */
	private static final double KEPT = 0.8;

	private static final int NEAR_BITS = 64;
	private static final int FAR_BITS = 88;

	private final Picture picture = PictureGenerator.photo(3, WIDTH, HEIGHT);
	private final Hash256 listed = PdqHasher.hash(image(0, WIDTH, false)).hash();

	/** The columns from {@code left} on, in the opposite order if mirrored. */
	private RgbImage image(int left, int width, boolean mirrored) {
		byte[] all = picture.toRgb().samples();
		byte[] samples = new byte[3 * width * HEIGHT];
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < width; x++) {
				int from = left + (mirrored ? width - 1 - x : x);
				System.arraycopy(all, 3 * (y * WIDTH + from), samples, 3 * (y * width + x), 3);
			}
		}
		return RgbImage.ofRgb(width, HEIGHT, samples);
	}

	private int distanceBits(RgbImage upload, boolean mirrored, Placement placement) {
		return shown(upload, mirrored, placement).hash().distance(listed);
	}

	private Shown shown(RgbImage upload, boolean mirrored, Placement placement) {
		return new FrameAlignment(upload, new ViewMaker(Pyramid.of(upload), new PdqWorkspace()), mirrored).shown(listed, placement);
	}

	/** Where the whole picture lies around its left four fifths: its centre is a tenth of its width to the right of theirs. */
	private static Placement aroundTheLeftPart() {
		double longer = Math.max(KEPT * WIDTH, HEIGHT);
		return new Placement(WIDTH / longer, 0, (1 - KEPT) / 2 * WIDTH / longer, 0);
	}

	@Test
	void distanceBits_wholePicture_isNear() {
		assertThat(distanceBits(image(0, WIDTH, false), false, new Placement(1, 0, 0, 0))).isLessThanOrEqualTo(16);
	}

	@Test
	void distanceBits_mirroredUpload_isNearInItsOwnFormOnly() {
		RgbImage upload = image(0, WIDTH, true);
		assertThat(distanceBits(upload, true, new Placement(1, 0, 0, 0))).isLessThanOrEqualTo(16);
		assertThat(distanceBits(upload, false, new Placement(1, 0, 0, 0))).isGreaterThan(FAR_BITS);
	}

	@Test
	void distanceBits_crop_isNearWherePlacementsSay() {
		RgbImage upload = image(0, (int) (KEPT * WIDTH), false);
		Placement placement = aroundTheLeftPart();
		Placement other = new Placement(placement.scale(), 0, -placement.x(), 0);
		assertThat(distanceBits(upload, false, placement)).isLessThanOrEqualTo(NEAR_BITS).isLessThan(distanceBits(upload, false, other));
	}

	/** The upload is mirrored after it was cropped: places are those in the upload mirrored back. */
	@Test
	void distanceBits_mirroredCrop_isNearWherePlacementsSay() {
		RgbImage upload = image(0, (int) (KEPT * WIDTH), true);
		Placement placement = aroundTheLeftPart();
		Placement other = new Placement(placement.scale(), 0, -placement.x(), 0);
		assertThat(distanceBits(upload, true, placement)).isLessThanOrEqualTo(NEAR_BITS).isLessThan(distanceBits(upload, true, other));
	}

	@Test
	void distanceBits_wrongAngleOrScale_isFar() {
		RgbImage upload = image(0, WIDTH, false);
		assertThat(distanceBits(upload, false, new Placement(1, Math.PI, 0, 0))).isGreaterThan(FAR_BITS);
		assertThat(distanceBits(upload, false, new Placement(0.5, 0, 0.2, 0.1))).isGreaterThan(FAR_BITS);
	}

	/** Of a copy's own listing in the frame: at the same places, whatever was cut off, and nothing from beyond the upload's edge. */
	@Test
	void regions_copies_areListedAtThePlacesOfThePicture() {
		List<Region> own = RegionHasher.ofListed(image(0, WIDTH, false)).list();
		int width = (int) (KEPT * WIDTH);
		for (boolean mirrored : new boolean[]{false, true}) {
			List<Region> whole = shown(image(0, WIDTH, mirrored), mirrored, new Placement(1, 0, 0, 0)).regions();
			assertThat(again(whole, own)).as("mirrored %s", mirrored).isGreaterThanOrEqualTo(own.size() * 2 / 3);
			List<Region> part = shown(image(0, width, mirrored), mirrored, aroundTheLeftPart()).regions();
			assertThat(again(part, own)).as("mirrored %s", mirrored).isGreaterThanOrEqualTo(4);
			assertThat(part).allMatch(region -> region.place().x() * WIDTH <= width - WIDTH / 2 + 1);
		}
	}

	@Test
	void regions_tinyFrame_hasNone() {
		assertThat(shown(image(0, WIDTH, false), false, new Placement(0.03, 0, 0, 0)).regions()).isEmpty();
	}

	private static long again(List<Region> shown, List<Region> listed) {
		return shown.stream().filter(region -> listed.stream().anyMatch(other -> region.distanceBits(other) <= 16
				&& Math.hypot(region.place().x() - other.place().x(), region.place().y() - other.place().y()) < 0.03)).count();
	}
}
