package org.hashaven.image.jpeg2000;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.UprightCanvas;
import org.hashaven.image.natives.FfmpegCodec;
import org.jspecify.annotations.Nullable;

/** Decodes JPEG 2000 (ISO/IEC 15444-1), in its JP2 file or as a bare codestream, with FFmpeg's own decoder. */
public final class Jpeg2000Codec {

	private final int width;
	private final int height;
	private final AlphaPlane alpha;
	private @Nullable UprightCanvas canvas;

	private Jpeg2000Codec(ImageHeader header) {
		width = (int) header.width();
		height = (int) header.height();
		alpha = new AlphaPlane(width, height, Symmetry.IDENTITY);
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		return new Jpeg2000Codec(header).decode(Jpeg2000Header.filledUp(bytes));
	}

	private RgbImage decode(byte[] file) throws ImageException {
		try (FfmpegCodec codec = FfmpegCodec.ofJpeg2000(width, height)) {
			codec.decode(file, this::putColours, (y, rows, one, samples) -> alpha.put(0, y, width, rows, samples, width));
		}
		UprightCanvas filled = canvas;
		if (filled == null) {
			throw ImageErrors.corrupt("The JPEG 2000 file has no picture.");
		}
		return alpha.of(filled.image());
	}

	/** The decoder alone knows whether a palette makes colours of one component. */
	private void putColours(int y, int rows, int channels, byte[] samples) {
		UprightCanvas onto = canvas;
		if (onto == null) {
			onto = new UprightCanvas(width, height, channels, Symmetry.IDENTITY);
			canvas = onto;
		}
		onto.putRows(y, rows, samples);
	}
}
