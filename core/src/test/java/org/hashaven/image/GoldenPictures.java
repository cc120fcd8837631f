package org.hashaven.image;

import java.util.List;

/** The HEIC, AVIF and CMYK pictures that nothing here can write. */
public final class GoldenPictures {

	private GoldenPictures() {
	}

	/** Their files. */
	public static List<byte[]> all() {
		return DecoderChild.GOLDEN.stream().map(Pixels::golden).toList();
	}
}
