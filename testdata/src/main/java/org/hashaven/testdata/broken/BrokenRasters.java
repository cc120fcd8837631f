package org.hashaven.testdata.broken;

import java.util.List;

/** GIFs, WebPs, BMPs and TIFFs that claim too much or contradict themselves. */
final class BrokenRasters {

	private BrokenRasters() {
	}

	static List<BrokenPicture> all() {
		return List.of(tooLarge("a GIF whose screen is 65,535 x 65,535", gif(65_535, 65_535, 8, 8).u8(2, 1, 0x44, 0)),
				tooLarge("a GIF whose frame is 65,535 x 65,535", gif(8, 8, 65_535, 65_535).u8(2, 1, 0x44, 0)),
				corrupt("a GIF without pictures", new Blob().text("GIF89a").u16Little(8).u16Little(8).u8(0x80, 0, 0).zeros(6).u8(0x3b)),
				corrupt("a GIF with an impossible code size", gif(8, 8, 8, 8).u8(12, 1, 0x44, 0)),
				corrupt("a GIF with an unknown code", gif(8, 8, 8, 8).u8(2, 2, 0xff, 0xff, 0)),
				corrupt("a GIF with too few pixels", gif(8, 8, 8, 8).u8(2, 1, 0x44, 0)),
				corrupt("a GIF whose extension has no end",
						new Blob().text("GIF89a").u16Little(8).u16Little(8).u8(0, 0, 0, 0x21, 0xfe, 255)),
				tooLarge("a WebP with a canvas as large as can be said",
						webp(new Blob().riffChunk("VP8X", extended(0xffffff, 0xffffff, 2)).riffChunk("ANMF", frame(0)))),
				tooLarge("a lossless WebP of 16,384 x 16,384",
						webp(new Blob().riffChunk("VP8L", new Blob().u8(0x2f).u32Little(0x0fffffff).toBytes()))),
				corrupt("a WebP whose picture is not its canvas",
						webp(new Blob().riffChunk("VP8X", extended(99, 99, 0)).riffChunk("VP8L", lossless()))),
				corrupt("a WebP whose frame lies outside",
						webp(new Blob().riffChunk("VP8X", extended(7, 7, 2)).riffChunk("ANMF", frame(99)))),
				corrupt("a WebP without data", webp(new Blob().riffChunk("EXIF", new byte[8]))),
				corrupt("a WebP whose data is none", webp(new Blob().riffChunk("VP8L", lossless()))),
				corrupt("a BMP of 2,147,483,647 lines", bmp(1, 0x7fffffffL, 24, 0)),
				corrupt("a BMP of 2,147,483,648 lines, top down", bmp(1, 0x80000000L, 24, 0)),
				corrupt("a BMP as large as can be said", bmp(0x7fffffffL, 0x80000000L, 65_535, 0)),
				corrupt("a BMP of negative width", bmp(-8, 8, 24, 0)),
				corrupt("a BMP with too few lines", bmp(800, 800, 24, 0)), unsupported("a BMP with a PNG inside", bmp(8, 8, 24, 5)),
				tooLarge("a TIFF as large as can be said", tiff(new Blob().bytes(tag(256, 0xffffffffL)).bytes(tag(257, 0xffffffffL)))),
				corrupt("a TIFF without a size", tiff(tag(259, 1))),
				corrupt("a TIFF with tiles larger than itself",
						tiff(new Blob().bytes(tag(256, 8)).bytes(tag(257, 8)).bytes(tag(322, 60_000)).bytes(tag(323, 60_000)))),
				unsupported("a TIFF of 1,000 samples", tiff(new Blob().bytes(tag(256, 8)).bytes(tag(257, 8)).bytes(tag(277, 1000)))),
				corrupt("a TIFF without pixels", tiff(new Blob().bytes(tag(256, 8)).bytes(tag(257, 8)))),
				corrupt("a TIFF whose directory is outside", new Blob().text("II*\0").u32Little(0x7fffffffL)));
	}

	private static BrokenPicture corrupt(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.CORRUPT, blob.toBytes());
	}

	private static BrokenPicture tooLarge(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.TOO_MANY_PIXELS, blob.toBytes());
	}

	private static BrokenPicture unsupported(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.UNSUPPORTED, blob.toBytes());
	}

	private static Blob gif(int screenWidth, int screenHeight, int width, int height) {
		Blob blob = new Blob().text("GIF89a").u16Little(screenWidth).u16Little(screenHeight).u8(0x81, 0, 0).zeros(12);
		return blob.u8(0x2c).zeros(4).u16Little(width).u16Little(height).u8(0);
	}

	private static Blob webp(Blob chunks) {
		return new Blob().text("RIFF").u32Little(4L + chunks.size()).text("WEBP").bytes(chunks);
	}

	private static byte[] extended(int widthMinus1, int heightMinus1, int flags) {
		return new Blob().u8(flags, 0, 0, 0).bytes(u24(widthMinus1)).bytes(u24(heightMinus1)).toBytes();
	}

	private static byte[] frame(int halfX) {
		return new Blob().bytes(u24(halfX)).zeros(13).riffChunk("VP8L", lossless()).toBytes();
	}

	/** The header of a lossless picture of 8 x 8 pixels, and nothing behind it. */
	private static byte[] lossless() {
		return new Blob().u8(0x2f).u32Little(7 | (7 << 14)).toBytes();
	}

	private static Blob u24(int value) {
		return new Blob().u8(value, value >> 8, value >> 16);
	}

	private static Blob bmp(long width, long height, int bits, int compression) {
		Blob info = new Blob().u32Little(40).u32Little(width).u32Little(height).u16Little(1).u16Little(bits).u32Little(compression)
				.zeros(20);
		return new Blob().text("BM").u32Little(0).u32Little(0).u32Little(54).bytes(info).zeros(100);
	}

	private static Blob tag(int tag, long value) {
		return new Blob().u16Little(tag).u16Little(4).u32Little(1).u32Little(value);
	}

	private static Blob tiff(Blob tags) {
		return new Blob().text("II*\0").u32Little(8).u16Little(tags.size() / 12).bytes(tags).u32Little(0);
	}
}
