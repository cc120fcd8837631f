package org.hashaven.benchmarks.safety;

import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;

/** An example as a poisoned record claims to show it. */
final class ClaimedFrame {

	private ClaimedFrame() {
	}

	/**
	 * The hash of an example that is shown at a scale and turned in a picture of the same shape: below 1 its edge pixels fill the rest,
	 * above 1 its edges are cut off.
	 */
	static Hash256 hash(RgbImage image, double scale, double degrees) {
		int width = Math.max(1, (int) Math.round(image.width() / scale));
		int height = Math.max(1, (int) Math.round(image.height() / scale));
		int channels = image.channels();
		byte[] samples = new byte[width * height * channels];
		double cosine = Math.cos(Math.toRadians(degrees));
		double sine = Math.sin(Math.toRadians(degrees));
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				double u = x + 0.5 - width / 2.0;
				double v = y + 0.5 - height / 2.0;
				int fromX = Math.clamp((long) Math.floor(cosine * u + sine * v + image.width() / 2.0), 0, image.width() - 1);
				int fromY = Math.clamp((long) Math.floor(cosine * v - sine * u + image.height() / 2.0), 0, image.height() - 1);
				System.arraycopy(image.samples(), (fromY * image.width() + fromX) * channels, samples, (y * width + x) * channels,
						channels);
			}
		}
		RgbImage claimed = channels == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples);
		return PdqHasher.hash(claimed).hash();
	}
}
