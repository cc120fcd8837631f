package org.hashaven.testdata.broken;

import java.util.List;

/** HEIF files, HEIC and AVIF, whose index claims too much or contradicts itself. */
final class BrokenHeifs {

	private static final byte[] NO_SET_UP = new Blob().box("hvcC", new byte[23]).toBytes();

	private BrokenHeifs() {
	}

	static List<BrokenPicture> all() {
		byte[] withoutIndex = new Blob().box("ftyp", new Blob().text("heic").u32(0).toBytes()).toBytes();
		return List.of(tooLarge("a HEIC as large as can be said", item("heic", "hvc1").size(1, 0xffffffffL, 0xffffffffL)),
				tooLarge("an AVIF that claims 50,000 x 50,000 pixels", item("avif", "av01").size(1, 50_000, 50_000)),
				tooLarge("a HEIC that shows a corner of 50,000 x 50,000 pixels",
						item("heic", "hvc1").size(1, 50_000, 50_000).crop(1, 8, 8, 0, 0)),
				corrupt("a HEIC of nothing but its first box", withoutIndex),
				corrupt("a HEIC without a size", item("heic", "hvc1").toBytes()),
				corrupt("a HEIC that shows what is outside", item("heic", "hvc1").size(1, 8, 8).crop(1, 8, 8, 100, 0).toBytes()),
				corrupt("a HEIC whose picture is none", item("heic", "hvc1").size(1, 64, 64).property(1, NO_SET_UP).toBytes()),
				corrupt("a HEIC without its picture", item("heic", "hvc1").size(1, 64, 64).primary(7).toBytes()),
				corrupt("a HEIC grid of too few tiles", grid(2, 2, 128, 128, 64, 2, 2)),
				corrupt("a HEIC grid whose tiles leave a gap", grid(1, 2, 400, 64, 64, 2, 2)),
				corrupt("a HEIC grid with tiles outside", grid(1, 2, 64, 64, 64, 2, 2)),
				corrupt("a HEIC grid of tiny tiles", grid(1, 2, 16, 8, 8, 2, 2)),
				corrupt("a HEIC grid of strangers", grid(1, 2, 128, 64, 64, 8, 9)),
				unsupported("a HEIC of another codec", item("heic", "jpeg").size(1, 64, 64)),
				new BrokenPicture("a HEIC grid of itself", BrokenPicture.UNSUPPORTED, grid(1, 1, 64, 64, 64, 1)),
				unsupported("a HEIC without a set-up", item("heic", "hvc1").size(1, 64, 64)));
	}

	private static HeifWriter item(String brand, String type) {
		return new HeifWriter(brand).item(1, type, new byte[40]);
	}

	private static byte[] grid(int rows, int columns, int width, int height, int tileSide, int... tiles) {
		HeifWriter writer = new HeifWriter("heic").grid(1, rows, columns, width, height, tiles).size(1, width, height);
		return writer.item(2, "hvc1", new byte[40]).size(2, tileSide, tileSide).property(2, NO_SET_UP).toBytes();
	}

	private static BrokenPicture tooLarge(String name, HeifWriter writer) {
		return new BrokenPicture(name, BrokenPicture.TOO_MANY_PIXELS, writer.toBytes());
	}

	private static BrokenPicture unsupported(String name, HeifWriter writer) {
		return new BrokenPicture(name, BrokenPicture.UNSUPPORTED, writer.toBytes());
	}

	private static BrokenPicture corrupt(String name, byte[] bytes) {
		return new BrokenPicture(name, BrokenPicture.CORRUPT, bytes);
	}
}
