package org.hashaven.image.jpeg;

import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.natives.OpenCvCodec;

/** Decodes JPEG files with OpenCV, after the header's parser has found them plausible. */
public final class JpegCodec {

	private static final byte[] END = {(byte) 0xff, (byte) JpegHeader.EOI};

	private JpegCodec() {
	}

	/** An end marker is added: the header's parser has found that nothing else is missing, and after one it is never read. */
	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		JpegHeader.requirePlausible(bytes, header);
		return OpenCvCodec.decode(bytes, END, header);
	}
}
