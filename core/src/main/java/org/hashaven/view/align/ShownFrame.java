package org.hashaven.view.align;

import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.PhotoView.Shown;
import org.hashaven.image.RgbImage;
import org.hashaven.region.RegionHasher;
import org.hashaven.view.raster.Quad;

/** What an upload shows within a frame. */
record ShownFrame(Hash256 hash, RgbImage upload, Frame frame) implements Shown {

	/** Most pixels of what is cut out, about: more than regions are found in. */
	private static final double MAX_PIXELS = 300_000;

	/** Most points in either direction that a pixel is the mean of, so that a frame of any size costs no more. */
	private static final int MAX_POINTS = 3;

	/** A frame of fewer pixels in a direction has no regions. */
	private static final int MIN_SIDE = 40;

	@Override
	public List<Region> regions() {
		double step = Math.max(1, Math.sqrt(frame.across() * frame.down() / MAX_PIXELS));
		int width = (int) Math.round(frame.across() / step);
		int height = (int) Math.round(frame.down() / step);
		if (width < MIN_SIDE || height < MIN_SIDE) {
			return List.of();
		}
		return RegionHasher.ofListed(cut(width, height)).list().stream().filter(region -> isShown(region.place())).toList();
	}

	private boolean isShown(RegionGeometry place) {
		double right = place.x() * frame.longer();
		double below = place.y() * frame.longer();
		double x = frame.uploadX(right, below);
		double y = frame.uploadY(right, below);
		return x >= 0 && y >= 0 && x < upload.width() && y < upload.height();
	}

	/** The frame's pixels, each the mean of points a pixel of the upload apart, as far as their number allows. */
	private RgbImage cut(int width, int height) {
		int channels = upload.channels();
		int points = Math.clamp((int) Math.ceil(Math.max(frame.across() / width, frame.down() / height)), 1, MAX_POINTS);
		byte[] samples = new byte[width * height * channels];
		float[] sums = new float[channels];
		float weight = 1f / (points * points);
		Quad quad = frame.quad();
		for (int row = 0; row < height; row++) {
			for (int column = 0; column < width; column++) {
				Arrays.fill(sums, 0);
				for (double down = 0.5 / points; down < 1; down += 1.0 / points) {
					double v = (row + down) / height;
					for (double across = 0.5 / points; across < 1; across += 1.0 / points) {
						double u = (frame.mirrored() ? width - column - across : column + across) / width;
						add(quad.a() * u + quad.b() * v + quad.c() - 0.5, quad.d() * u + quad.e() * v + quad.f() - 0.5, sums);
					}
				}
				for (int channel = 0; channel < channels; channel++) {
					samples[(row * width + column) * channels + channel] = (byte) Math.round(sums[channel] * weight);
				}
			}
		}
		return channels == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples);
	}

	/** Adds the upload's samples between pixels, whose middles are whole numbers; past a side its last pixel is repeated. */
	private void add(double unboundX, double unboundY, float[] sums) {
		float x = (float) Math.clamp(unboundX, 0, upload.width() - 1);
		float y = (float) Math.clamp(unboundY, 0, upload.height() - 1);
		int left = (int) x;
		int upper = (int) y;
		int right = Math.min(left + 1, upload.width() - 1);
		int lower = Math.min(upper + 1, upload.height() - 1);
		for (int channel = 0; channel < sums.length; channel++) {
			float above = between(sample(left, upper, channel), sample(right, upper, channel), x - left);
			float below = between(sample(left, lower, channel), sample(right, lower, channel), x - left);
			sums[channel] += between(above, below, y - upper);
		}
	}

	private float sample(int column, int row, int channel) {
		return upload.samples()[(row * upload.width() + column) * upload.channels() + channel] & 0xff;
	}

	private static float between(float from, float to, float part) {
		return from + part * (to - from);
	}

	/** Fixed words: nothing of the picture. */
	@Override
	public String toString() {
		return "ShownFrame[hidden]";
	}
}
