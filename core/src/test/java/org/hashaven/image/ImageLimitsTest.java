package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.hashaven.image.codec.PixelLimit;
import org.hashaven.testdata.broken.BrokenPicture;
import org.hashaven.testdata.broken.BrokenPictures;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits hold at their edges, in every format, and before memory is taken. */
class ImageLimitsTest {

	private static final int WIDTH = SeedPictures.WIDTH;
	private static final int HEIGHT = SeedPictures.HEIGHT;
	/** A header read makes a few small objects; a picture of these files' claims would take a gigabyte. */
	private static final long MAX_HEADER_READ_BYTES = 256 << 10;

	static List<Map.Entry<String, byte[]>> seeds() {
		return List.copyOf(SeedPictures.all().entrySet());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void holdAtTheirEdges(Map.Entry<String, byte[]> seed) throws ImageException {
		byte[] file = seed.getValue();
		new ImageDecoder(new ImageLimits(file.length, (long) WIDTH * HEIGHT, WIDTH)).decode(file);
		assertThat(refusal(new ImageLimits(file.length - 1L, 1 << 28, 1 << 20), file)).isEqualTo(ImageException.Reason.TOO_MANY_BYTES);
		assertThat(refusal(new ImageLimits(1 << 30, (long) WIDTH * HEIGHT - 1, 1 << 20), file))
				.isEqualTo(ImageException.Reason.TOO_MANY_PIXELS);
		assertThat(refusal(new ImageLimits(1 << 30, 1 << 28, WIDTH - 1), file)).isEqualTo(ImageException.Reason.TOO_MANY_PIXELS);
	}

	@Test
	void admitAPhoneOf200Megapixels() throws ImageException {
		PixelLimit.require(ImageLimits.DEFAULT, 16_320, 12_240);
		PixelLimit.require(ImageLimits.DEFAULT, 12_000, 9_000);
		PixelLimit.require(ImageLimits.DEFAULT, 65_535, 3_200);
	}

	static List<BrokenPicture> bombs() {
		return BrokenPictures.all().stream().filter(broken -> broken.reason().equals("TOO_MANY_PIXELS")).toList();
	}

	@ParameterizedTest
	@MethodSource("bombs")
	void costABombAHeaderRead(BrokenPicture bomb) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		refusal(ImageLimits.DEFAULT, bomb.bytes());
		long before = threads.getCurrentThreadAllocatedBytes();
		assertThat(refusal(ImageLimits.DEFAULT, bomb.bytes())).isEqualTo(ImageException.Reason.TOO_MANY_PIXELS);
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_HEADER_READ_BYTES);
	}

	@Test
	void areThemselvesWithinBounds() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ImageLimits(0, 1, 1)).withMessageContaining("maxBytes");
		assertThatIllegalArgumentException().isThrownBy(() -> new ImageLimits(1, (1L << 28) + 1, 1)).withMessageContaining("maxPixels");
		assertThatIllegalArgumentException().isThrownBy(() -> new ImageLimits(1, 1, -1)).withMessageContaining("maxSide");
	}

	private static ImageException.Reason refusal(ImageLimits limits, byte[] file) {
		return catchThrowableOfType(ImageException.class, () -> new ImageDecoder(limits).decode(file)).reason();
	}
}
