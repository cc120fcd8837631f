package org.hashaven.testdata.oracles;

import java.util.Arrays;
import java.util.List;

/**
 * The PDQ oracle: the published C++ implementation's arithmetic, one step after the other, in single-precision floats and in its order.
 *
 * <p>
 * Steps: luma; two rounds of a running-sum box filter along rows, then along columns; the 64 × 64 samples nearest to the cell centres; a
 * discrete cosine transform of which rows and columns 1..16 are kept; the median of those 256; one bit for each that lies above it. Any
 * reordering of the additions may change a bit, so nothing here is rearranged.
 *
 * <p>
 * Reference: "TMK+PDQF: an open source image and video matching system" (Facebook, 2019); facebook/ThreatExchange, pdq/cpp.
 */
public final class NaivePdq {

	/** Below this many pixels in either direction there is no hash: all bits zero, quality 0. */
	public static final int MIN_SIDE = 5;

	/** Pictures larger than this in either direction are first sampled to this many pixels in both. */
	public static final int MAX_SIDE = 512;

	private static final int SIDE = 64;
	private static final int KEPT = 16;
	private static final float[] DCT = dctMatrix();

	private NaivePdq() {
	}

	/**
	 * One picture's hashes.
	 *
	 * @param quality
	 *            0..100
	 * @param hashes
	 *            64 hexadecimal digits each: the plain hash alone, or eight in the reference's order original, rotate90, rotate180,
	 *            rotate270, flipX, flipY, flipPlus1, flipMinus1
	 */
	public record Result(int quality, List<String> hashes) {
	}

	/**
	 * Hashes packed pixels of any size.
	 *
	 * @param samples
	 *            {@code width * height * channels} bytes; 3 channels are red, green, blue, 1 is grey
	 */
	public static Result hash(byte[] samples, int width, int height, int channels) {
		Plane plane = luma(samples, width, height, channels);
		return hashLuma(plane.luma, plane.rows, plane.columns);
	}

	/** The eight dihedral hashes of packed pixels of any size. */
	public static Result dihedral(byte[] samples, int width, int height, int channels) {
		Plane plane = luma(samples, width, height, channels);
		return dihedralLuma(plane.luma, plane.rows, plane.columns);
	}

	/** Hashes a luma plane (row-major, at most 512 × 512); the plane is overwritten, as in the reference. */
	public static Result hashLuma(float[] luma, int rows, int columns) {
		if (rows < MIN_SIDE || columns < MIN_SIDE) {
			return new Result(0, List.of("0".repeat(64)));
		}
		float[] samples = new float[SIDE * SIDE];
		if (rows == SIDE && columns == SIDE) {
			System.arraycopy(luma, 0, samples, 0, samples.length);
		} else {
			downsample(luma, rows, columns, samples);
		}
		return new Result(quality(samples), List.of(threshold(dct(samples))));
	}

	/** The eight dihedral hashes of a luma plane, which is overwritten. Unlike the plain hash, 64 × 64 is filtered like any other size. */
	public static Result dihedralLuma(float[] luma, int rows, int columns) {
		String[] hashes = new String[8];
		if (rows < MIN_SIDE || columns < MIN_SIDE) {
			Arrays.fill(hashes, "0".repeat(64));
			return new Result(0, List.of(hashes));
		}
		float[] samples = new float[SIDE * SIDE];
		downsample(luma, rows, columns, samples);
		float[] a = dct(samples);
		for (int form = 0; form < hashes.length; form++) {
			float[] b = new float[KEPT * KEPT];
			for (int i = 0; i < KEPT; i++) {
				for (int j = 0; j < KEPT; j++) {
					float value = a[i * KEPT + j];
					boolean even = switch (form) {
						case 0, 6 -> false;
						case 1, 5 -> j % 2 == 0;
						case 2, 7 -> (i + j) % 2 != 0;
						default -> i % 2 == 0;
					};
					boolean transposed = form == 1 || form == 3 || form >= 6;
					b[transposed ? j * KEPT + i : i * KEPT + j] = even ? -value : value;
				}
			}
			hashes[form] = threshold(b);
		}
		return new Result(quality(samples), List.of(hashes));
	}

	private record Plane(float[] luma, int rows, int columns) {
	}

	private static Plane luma(byte[] samples, int width, int height, int channels) {
		boolean sampled = width > MAX_SIDE || height > MAX_SIDE;
		int columns = sampled ? MAX_SIDE : width;
		int rows = sampled ? MAX_SIDE : height;
		float[] luma = new float[rows * columns];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				int y = (int) ((long) i * height / rows);
				int x = (int) ((long) j * width / columns);
				int p = (y * width + x) * channels;
				luma[i * columns + j] = channels == 1
						? samples[p] & 0xff
						: 0.299f * (samples[p] & 0xff) + 0.587f * (samples[p + 1] & 0xff) + 0.114f * (samples[p + 2] & 0xff);
			}
		}
		return new Plane(luma, rows, columns);
	}

	private static void downsample(float[] luma, int rows, int columns, float[] samples) {
		float[] other = new float[luma.length];
		int alongRows = window(columns);
		int alongColumns = window(rows);
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < rows; i++) {
				box(luma, other, i * columns, columns, 1, alongRows);
			}
			for (int j = 0; j < columns; j++) {
				box(other, luma, j, rows, columns, alongColumns);
			}
		}
		for (int i = 0; i < SIDE; i++) {
			int y = (int) ((i + 0.5) * rows / SIDE);
			for (int j = 0; j < SIDE; j++) {
				int x = (int) ((j + 0.5) * columns / SIDE);
				samples[i * SIDE + j] = luma[y * columns + x];
			}
		}
	}

	private static int window(int pixels) {
		return (pixels + 2 * SIDE - 1) / (2 * SIDE);
	}

	private static void box(float[] in, float[] out, int start, int length, int stride, int fullWindow) {
		int half = (fullWindow + 2) / 2;
		int left = start;
		int right = start;
		int to = start;
		float sum = 0;
		int window = 0;
		for (int n = 0; n < half - 1; n++) {
			sum += in[right];
			window++;
			right += stride;
		}
		for (int n = 0; n < fullWindow - half + 1; n++) {
			sum += in[right];
			window++;
			out[to] = sum / window;
			right += stride;
			to += stride;
		}
		for (int n = 0; n < length - fullWindow; n++) {
			sum += in[right];
			sum -= in[left];
			out[to] = sum / window;
			left += stride;
			right += stride;
			to += stride;
		}
		for (int n = 0; n < half - 1; n++) {
			sum -= in[left];
			window--;
			out[to] = sum / window;
			left += stride;
			to += stride;
		}
	}

	private static int quality(float[] samples) {
		int sum = 0;
		for (int i = 0; i < SIDE; i++) {
			for (int j = 0; j < SIDE; j++) {
				float u = samples[i * SIDE + j];
				if (i + 1 < SIDE) {
					sum += Math.abs((int) ((u - samples[(i + 1) * SIDE + j]) * 100 / 255));
				}
				if (j + 1 < SIDE) {
					sum += Math.abs((int) ((u - samples[i * SIDE + j + 1]) * 100 / 255));
				}
			}
		}
		return Math.min(100, sum / 90);
	}

	private static float[] dctMatrix() {
		float scale = (float) Math.sqrt(2.0 / SIDE);
		float[] matrix = new float[KEPT * SIDE];
		for (int i = 0; i < KEPT; i++) {
			for (int j = 0; j < SIDE; j++) {
				matrix[i * SIDE + j] = (float) (scale * StrictMath.cos(Math.PI / 2.0 / SIDE * (i + 1) * (2 * j + 1)));
			}
		}
		return matrix;
	}

	private static float[] dct(float[] samples) {
		float[] half = new float[KEPT * SIDE];
		for (int i = 0; i < KEPT; i++) {
			for (int j = 0; j < SIDE; j++) {
				float sum = 0;
				for (int k = 0; k < SIDE; k++) {
					sum += DCT[i * SIDE + k] * samples[k * SIDE + j];
				}
				half[i * SIDE + j] = sum;
			}
		}
		float[] kept = new float[KEPT * KEPT];
		for (int i = 0; i < KEPT; i++) {
			for (int j = 0; j < KEPT; j++) {
				float sum = 0;
				for (int k = 0; k < SIDE; k++) {
					sum += half[i * SIDE + k] * DCT[j * SIDE + k];
				}
				kept[i * KEPT + j] = sum;
			}
		}
		return kept;
	}

	private static String threshold(float[] coefficients) {
		float[] sorted = coefficients.clone();
		Arrays.sort(sorted);
		float median = sorted[sorted.length / 2 - 1];
		StringBuilder hex = new StringBuilder(64);
		for (int digit = 63; digit >= 0; digit--) {
			int value = 0;
			for (int bit = 3; bit >= 0; bit--) {
				value = value << 1 | (coefficients[digit * 4 + bit] > median ? 1 : 0);
			}
			hex.append(Character.forDigit(value, 16));
		}
		return hex.toString();
	}
}
