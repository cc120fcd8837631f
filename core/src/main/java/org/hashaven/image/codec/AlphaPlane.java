package org.hashaven.image.codec;

import java.util.Arrays;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;
import org.jspecify.annotations.Nullable;

/** The alpha of a picture while it is being filled. As long as every pixel is opaque it takes no memory. */
public final class AlphaPlane {

	private static final byte OPAQUE = (byte) 255;
	private static final int MAX_SAMPLE = 255;

	private final int storedWidth;
	private final int storedHeight;
	private final Symmetry orientation;
	private @Nullable UprightCanvas canvas;

	public AlphaPlane(int storedWidth, int storedHeight, Symmetry orientation) {
		this.storedWidth = storedWidth;
		this.storedHeight = storedHeight;
		this.orientation = orientation;
	}

	/** A block as in {@link UprightCanvas#put}; what no block covers is opaque. */
	public void put(int x, int y, int width, int height, byte[] alpha, int stride) {
		UprightCanvas onto = canvas;
		if (onto == null) {
			if (isOpaque(width, height, alpha, stride)) {
				return;
			}
			onto = new UprightCanvas(storedWidth, storedHeight, 1, orientation);
			onto.fill(OPAQUE);
			canvas = onto;
		}
		onto.put(x, y, width, height, alpha, stride);
	}

	private static boolean isOpaque(int width, int height, byte[] alpha, int stride) {
		for (int row = 0; row < height; row++) {
			for (int at = row * stride; at < row * stride + width; at++) {
				if (alpha[at] != OPAQUE) {
					return false;
				}
			}
		}
		return true;
	}

	/** Makes all of it transparent, for blocks to cover. */
	public void clear() {
		byte[] row = new byte[storedWidth];
		for (int y = 0; y < storedHeight; y++) {
			put(0, y, storedWidth, 1, row, storedWidth);
		}
	}

	/** The picture with this alpha. */
	public RgbImage of(RgbImage image) {
		return canvas == null ? image : image.withAlpha(canvas.image().samples());
	}

	/** The picture with this alpha, unless that would hide all of it. */
	public RgbImage ofVisible(RgbImage image) {
		byte[] alpha = canvas == null ? new byte[0] : canvas.image().samples();
		return Arrays.equals(alpha, new byte[alpha.length]) ? image : image.withAlpha(alpha);
	}

	/**
	 * A picture with alpha that came apart from it.
	 *
	 * @param alpha
	 *            {@code width * height} bytes
	 * @param premultiplied
	 *            whether colours are stored multiplied by it: they are divided again, as programs show and hash them
	 */
	public static RgbImage apply(RgbImage image, byte[] alpha, boolean premultiplied) {
		if (isOpaque(alpha.length, 1, alpha, alpha.length)) {
			return image;
		}
		return (premultiplied ? divided(image, alpha) : image).withAlpha(alpha);
	}

	private static RgbImage divided(RgbImage image, byte[] alpha) {
		int channels = image.channels();
		byte[] samples = image.samples().clone();
		for (int at = 0; at < samples.length; at++) {
			int opaque = alpha[at / channels] & 0xff;
			if (opaque > 0) {
				samples[at] = (byte) Math.min(((samples[at] & 0xff) * MAX_SAMPLE + opaque / 2) / opaque, MAX_SAMPLE);
			}
		}
		return channels == 1
				? RgbImage.ofGrey(image.width(), image.height(), samples)
				: RgbImage.ofRgb(image.width(), image.height(), samples);
	}
}
