package org.hashaven.region;

import java.util.Arrays;

/** Blurs a plane with a Gaussian, rows and columns in turn; past a side its last pixel is repeated. */
final class GaussianBlur {

	/** Of the kernel on each side, in standard deviations. */
	private static final double REACH = 2.6;

	private GaussianBlur() {
	}

	/** One half of the kernel, its middle first; the whole sums to 1. */
	static float[] kernel(double sigma) {
		int radius = (int) Math.max(1, Math.ceil(REACH * sigma));
		float[] kernel = new float[radius + 1];
		double sum = 0;
		for (int i = 0; i <= radius; i++) {
			double value = StrictMath.exp(-i * i / (2 * sigma * sigma));
			kernel[i] = (float) value;
			sum += i == 0 ? value : 2 * value;
		}
		for (int i = 0; i <= radius; i++) {
			kernel[i] /= (float) sum;
		}
		return kernel;
	}

	/** A new plane, blurred. */
	static Plane blur(Plane plane, double sigma) {
		float[] kernel = kernel(sigma);
		int width = plane.width();
		int radius = kernel.length - 1;
		Plane across = Plane.of(width, plane.height());
		float[] padded = new float[width + 2 * radius];
		for (int y = 0; y < plane.height(); y++) {
			float[] values = plane.values();
			Arrays.fill(padded, 0, radius, values[y * width]);
			System.arraycopy(values, y * width, padded, radius, width);
			Arrays.fill(padded, radius + width, padded.length, values[y * width + width - 1]);
			start(padded, radius, across.values(), y * width, width, kernel[0]);
			for (int n = 1; n < radius; n += 2) {
				addTwo(padded, radius - n, radius + n, radius - n - 1, radius + n + 1, across.values(), y * width, width, kernel[n],
						kernel[n + 1]);
			}
			if (radius % 2 == 1) {
				add(padded, 0, 2 * radius, across.values(), y * width, width, kernel[radius]);
			}
		}
		Plane blurred = Plane.of(width, plane.height());
		float[] from = across.values();
		int last = plane.height() - 1;
		for (int y = 0; y <= last; y++) {
			start(from, y * width, blurred.values(), y * width, width, kernel[0]);
			for (int n = 1; n < radius; n += 2) {
				addTwo(from, Math.max(y - n, 0) * width, Math.min(y + n, last) * width, Math.max(y - n - 1, 0) * width,
						Math.min(y + n + 1, last) * width, blurred.values(), y * width, width, kernel[n], kernel[n + 1]);
			}
			if (radius % 2 == 1) {
				add(from, Math.max(y - radius, 0) * width, Math.min(y + radius, last) * width, blurred.values(), y * width, width,
						kernel[radius]);
			}
		}
		return blurred;
	}

	private static void start(float[] from, int at, float[] to, int out, int count, float factor) {
		for (int x = 0; x < count; x++) {
			to[out + x] = factor * from[at + x];
		}
	}

	private static void add(float[] from, int a, int b, float[] to, int out, int count, float factor) {
		for (int x = 0; x < count; x++) {
			to[out + x] += factor * (from[a + x] + from[b + x]);
		}
	}

	/** Two taps on each side in one pass over what they are added to. */
	private static void addTwo(float[] from, int a, int b, int c, int d, float[] to, int out, int count, float factor, float next) {
		for (int x = 0; x < count; x++) {
			to[out + x] += factor * (from[a + x] + from[b + x]) + next * (from[c + x] + from[d + x]);
		}
	}
}
