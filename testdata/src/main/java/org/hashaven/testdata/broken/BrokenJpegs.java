package org.hashaven.testdata.broken;

import java.util.Arrays;
import java.util.List;

/** JPEGs that claim too much, contradict themselves or are of a kind that is not read. */
final class BrokenJpegs {

	private static final int SOF0 = 0xc0;
	private static final int MANY_SCANS = 500;

	private BrokenJpegs() {
	}

	static List<BrokenPicture> all() {
		byte[] sound = SeedPictures.baselineJpeg();
		byte[] half = Arrays.copyOf(sound, sound.length / 2);
		return List.of(corrupt("a JPEG of nothing but its start and end", new Blob().u8(0xff, 0xd8, 0xff, 0xd9)),
				new BrokenPicture("a JPEG that claims 65,535 x 65,535 pixels", BrokenPicture.TOO_MANY_PIXELS,
						scanned(frame(SOF0, 8, 65_535, 65_535, 3))),
				corrupt("a JPEG that claims 190 million pixels in a few bytes",
						new Blob().bytes(scanned(frame(SOF0, 8, 15_000, 12_700, 3)))),
				corrupt("a JPEG with two frame headers, small and huge",
						start().bytes(frame(SOF0, 8, 8, 8, 3)).bytes(frame(SOF0, 8, 65_535, 65_535, 3)).bytes(scan())),
				corrupt("a JPEG without height", new Blob().bytes(scanned(frame(SOF0, 8, 8, 0, 3)))),
				corrupt("a JPEG without width", new Blob().bytes(scanned(frame(SOF0, 8, 0, 8, 3)))),
				corrupt("a JPEG with a scan before its frame header", start().bytes(scan())),
				corrupt("a JPEG with a segment shorter than its length field", start().u8(0xff, 0xe0).u16(1).zeros(40)),
				corrupt("a JPEG with a segment longer than the file", start().u8(0xff, 0xe0).u16(65_535).zeros(40)),
				corrupt("a JPEG that ends in its frame header", start().u8(0xff, SOF0).u16(4).u8(8, 0)),
				corrupt("a JPEG whose second half is zeros", new Blob().bytes(half).zeros(sound.length - half.length)),
				unsupported("a JPEG of 12 bits", frame(SOF0, 12, 8, 8, 3)), unsupported("a lossless JPEG", frame(0xc3, 8, 8, 8, 3)),
				unsupported("an arithmetic coded JPEG", frame(0xc9, 8, 8, 8, 3)),
				unsupported("a JPEG of two colours", frame(SOF0, 8, 8, 8, 2)),
				unsupported("a JPEG of 200 colours", frame(SOF0, 8, 8, 8, 200)),
				new BrokenPicture("a JPEG of 500 scans", BrokenPicture.UNSUPPORTED, scans(512, 512, MANY_SCANS)),
				new BrokenPicture("a JPEG of 12 scans over 195 megapixels", BrokenPicture.UNSUPPORTED, scans(65_000, 3_000, 12)));
	}

	private static BrokenPicture corrupt(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.CORRUPT, blob.toBytes());
	}

	private static BrokenPicture unsupported(String name, byte[] frame) {
		return new BrokenPicture(name, BrokenPicture.UNSUPPORTED, scanned(frame));
	}

	private static Blob start() {
		return new Blob().u8(0xff, 0xd8);
	}

	private static byte[] scanned(byte[] frame) {
		return start().bytes(frame).bytes(scan()).u8(0xff, 0xd9).toBytes();
	}

	private static byte[] frame(int marker, int bits, int width, int height, int components) {
		Blob body = new Blob().u8(bits).u16(height).u16(width).u8(components);
		for (int i = 0; i < components; i++) {
			body.u8(i, 0x11, 0);
		}
		return new Blob().jpegSegment(marker, body.toBytes()).toBytes();
	}

	private static byte[] scan() {
		return new Blob().jpegSegment(0xda, new Blob().u8(1, 0, 0, 0, 63, 0).toBytes()).zeros(16).toBytes();
	}

	private static byte[] scans(int width, int height, int count) {
		Blob blob = start().bytes(frame(0xc2, 8, width, height, 1));
		byte[] scan = scan();
		for (int i = 0; i < count; i++) {
			blob.bytes(scan);
		}
		return blob.u8(0xff, 0xd9).toBytes();
	}
}
