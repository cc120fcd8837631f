package org.hashaven.testdata.broken;

import java.util.List;

/** PNGs that claim too much, contradict themselves or lack a part. */
final class BrokenPngs {

	private static final int GREY = 0;
	private static final int RGB = 2;
	private static final int PALETTE = 3;
	private static final byte[] NOTHING = {};

	private BrokenPngs() {
	}

	static List<BrokenPicture> all() {
		byte[] rows = Blob.deflate(new byte[8 * 9]);
		byte[] wrongChecksum = png(8, 8, 8, GREY, 0).pngChunk("IDAT", rows).pngChunk("IEND", NOTHING).toBytes();
		wrongChecksum[42] ^= 1;
		byte[] badFilter = new byte[8 * 9];
		badFilter[18] = 5;
		return List.of(claims("a PNG that claims 50,000 x 50,000 pixels", 50_000, 50_000),
				claims("a PNG as wide as can be said", 0x7fffffffL, 1),
				claims("a PNG as wide and high as can be said", 0xffffffffL, 0xffffffffL),
				corrupt("a PNG that claims 190 million pixels in a few bytes", png(15_000, 12_700, 8, RGB, 0).pngChunk("IDAT", rows)),
				corrupt("a PNG without width", png(0, 8, 8, GREY, 0).pngChunk("IDAT", rows)),
				corrupt("a PNG with a wrong checksum", new Blob().bytes(wrongChecksum)),
				corrupt("a PNG without data", png(8, 8, 8, GREY, 0).pngChunk("IEND", NOTHING)),
				corrupt("a PNG with too few rows", png(8, 80, 8, GREY, 0).pngChunk("IDAT", rows).pngChunk("IEND", NOTHING)),
				corrupt("a PNG with an empty data chunk", png(8, 8, 8, GREY, 0).pngChunk("IDAT", NOTHING).pngChunk("IEND", NOTHING)),
				corrupt("a PNG whose data is no zlib stream", png(8, 8, 8, GREY, 0).pngChunk("IDAT", new byte[100])),
				corrupt("a PNG with an unknown filter", png(8, 8, 8, GREY, 0).pngChunk("IDAT", Blob.deflate(badFilter))),
				corrupt("a PNG without its palette", png(8, 8, 8, PALETTE, 0).pngChunk("IDAT", rows)),
				corrupt("a PNG with a pixel outside its palette",
						png(8, 8, 8, PALETTE, 0).pngChunk("PLTE", NOTHING).pngChunk("IDAT", rows).pngChunk("IEND", NOTHING)),
				corrupt("a PNG with a palette of 300 colours",
						png(8, 8, 8, PALETTE, 0).pngChunk("PLTE", new byte[900]).pngChunk("IDAT", rows)),
				corrupt("a PNG of 3 bits", png(8, 8, 3, GREY, 0).pngChunk("IDAT", rows)),
				corrupt("a PNG of 4-bit colour", png(8, 8, 4, RGB, 0).pngChunk("IDAT", rows)),
				corrupt("a PNG with an unknown interlace", png(8, 8, 8, GREY, 2).pngChunk("IDAT", rows)),
				corrupt("a PNG with a chunk as long as can be said",
						png(8, 8, 8, GREY, 0).u32(0xffffffffL).text("tEXt").pngChunk("IDAT", rows)),
				corrupt("a PNG that begins with its data", signature().pngChunk("IDAT", rows)),
				corrupt("a PNG of nothing but its signature", signature()));
	}

	private static BrokenPicture claims(String name, long width, long height) {
		Blob file = png(width, height, 8, RGB, 0).pngChunk("IDAT", Blob.deflate(new byte[1 << 16])).pngChunk("IEND", NOTHING);
		return new BrokenPicture(name, BrokenPicture.TOO_MANY_PIXELS, file.toBytes());
	}

	private static BrokenPicture corrupt(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.CORRUPT, blob.toBytes());
	}

	private static Blob signature() {
		return new Blob().u8(0x89).text("PNG\r\n\u001a\n");
	}

	private static Blob png(long width, long height, int bits, int colour, int interlace) {
		return signature().pngChunk("IHDR", new Blob().u32(width).u32(height).u8(bits, colour, 0, 0, interlace).toBytes());
	}
}
