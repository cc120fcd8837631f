package org.hashaven.image.heif;

import java.util.List;
import java.util.Objects;
import org.hashaven.image.ImageException;
import org.hashaven.image.ImageLimits;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.PixelLimit;
import org.hashaven.image.codec.RowSink;
import org.hashaven.image.codec.UprightCanvas;
import org.hashaven.image.natives.FfmpegCodec;
import org.jspecify.annotations.Nullable;

/** Decodes a picture of a HEIF file and its alpha: one coded item, or a grid of tiles pasted together, as phones store it. */
public final class HeifCodec {

	/** The size and shape of a grid, from its item's data. */
	private record Grid(int rows, int columns, long width, long height) {
	}

	/** The smallest tile side the format allows in a grid. */
	private static final int MIN_TILE = 64;
	/** Tiles of the largest pictures that phones make are 512 pixels wide: 800 of them make 200 megapixels. */
	private static final int MAX_TILES = 4_096;
	/** How often a file's bytes may serve as tiles: equal tiles may share them, but thousands that share a whole file are an attack. */
	private static final int MAX_SHARING = 4;

	private final Bytes bytes;
	private final HeifFile file;
	private final int item;
	private final ImageHeader header;
	private final HeifHeader.Display display;
	private final ImageLimits limits;
	private @Nullable UprightCanvas canvas;

	private HeifCodec(Bytes bytes, HeifFile file, int item, ImageHeader header, HeifHeader.Display display, ImageLimits limits) {
		this.bytes = bytes;
		this.file = file;
		this.item = item;
		this.header = header;
		this.limits = limits;
		this.display = display;
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header, ImageLimits limits) throws ImageException {
		HeifFile file = new HeifFile(bytes);
		int primary = file.primary();
		HeifHeader.Display display = HeifHeader.display(bytes, file, primary);
		RgbImage image = new HeifCodec(bytes, file, primary, header, display, limits).decode();
		for (int item : file.auxiliaries(primary)) {
			HeifHeader.Display auxiliary = HeifHeader.display(bytes, file, item);
			if (auxiliary.alpha()) {
				return withAlpha(image, new HeifCodec(bytes, file, item, header, shownAs(display, auxiliary), limits),
						file.isPremultiplied(primary));
			}
		}
		return image;
	}

	/** Alpha has the crop and the orientation of what it belongs to, whether it repeats them or not. */
	private static HeifHeader.Display shownAs(HeifHeader.Display picture, HeifHeader.Display alpha) throws ImageException {
		if (alpha.width() != picture.width() || alpha.height() != picture.height()) {
			throw ImageErrors.unsupported("The HEIF file's alpha has another size than its picture.");
		}
		return new HeifHeader.Display(alpha.width(), alpha.height(), picture.crop(), picture.orientation(), alpha.colour(), alpha.setUp(),
				true);
	}

	private static RgbImage withAlpha(RgbImage image, HeifCodec codec, boolean premultiplied) throws ImageException {
		RgbImage plane;
		try {
			plane = codec.decode();
		} catch (ImageException e) {
			if (codec.bytes.isTolerant()) {
				return image;
			}
			throw e;
		}
		return AlphaPlane.apply(image, firstChannel(plane), premultiplied);
	}

	/** One byte a pixel; the samples themselves where there is one channel. */
	private static byte[] firstChannel(RgbImage image) {
		if (image.channels() == 1) {
			return image.samples();
		}
		byte[] plane = new byte[image.width() * image.height()];
		for (int pixel = 0; pixel < plane.length; pixel++) {
			plane[pixel] = image.samples()[pixel * image.channels()];
		}
		return plane;
	}

	private RgbImage decode() throws ImageException {
		// The crop is within the limits; what is coded around it must be too.
		PixelLimit.require(limits, display.width(), display.height());
		UprightCanvas picture = file.isType(item, "grid") ? pasteGrid() : pasteItem();
		return picture.image();
	}

	private UprightCanvas pasteItem() throws ImageException {
		try (FfmpegCodec codec = open(item, display)) {
			codec.decode(file.data(item), at(0, 0, display.width()));
		}
		return requireCanvas();
	}

	private UprightCanvas pasteGrid() throws ImageException {
		Grid grid = grid();
		List<Integer> tiles = file.tiles(item);
		if (tiles.size() != grid.rows() * grid.columns() || grid.width() != display.width() || grid.height() != display.height()) {
			throw ImageErrors.corrupt("The HEIF file's grid contradicts itself.");
		}
		HeifHeader.Display first = HeifHeader.display(bytes, file, tiles.getFirst());
		requireCovers(grid, first);
		// Tiles share one set-up in practice; a decoder is opened for the first and serves all that have the same.
		FfmpegCodec codec = open(tiles.getFirst(), first);
		HeifHeader.Display opened = first;
		long codedBytes = 0;
		try {
			for (int i = 0; i < tiles.size(); i++) {
				HeifHeader.Display tile = HeifHeader.display(bytes, file, tiles.get(i));
				if (tile.width() != first.width() || tile.height() != first.height()) {
					throw ImageErrors.corrupt("The HEIF file's tiles have different sizes.");
				}
				if (!Objects.equals(tile.setUp(), opened.setUp())) {
					codec.close();
					codec = open(tiles.get(i), tile);
					opened = tile;
				}
				long x = i % grid.columns() * first.width();
				long y = i / grid.columns() * first.height();
				byte[] coded = file.data(tiles.get(i));
				codedBytes += coded.length;
				if (codedBytes > (long) bytes.length() * MAX_SHARING) {
					throw ImageErrors.corrupt("The HEIF file's grid contradicts itself.");
				}
				codec.decode(coded, at(x, y, first.width()));
			}
		} finally {
			codec.close();
		}
		return requireCanvas();
	}

	private Grid grid() throws ImageException {
		Bytes data = new Bytes(file.data(item));
		boolean wide = (data.u8(1) & 1) != 0;
		long width = wide ? data.u32(4) : data.u16(4);
		long height = wide ? data.u32(8) : data.u16(6);
		return new Grid(data.u8(2) + 1, data.u8(3) + 1, width, height);
	}

	/** The tiles must cover the picture, and none may lie wholly outside: what is decoded is then never much more than what is shown. */
	private static void requireCovers(Grid grid, HeifHeader.Display tile) throws ImageException {
		boolean wide = tile.width() * grid.columns() >= grid.width() && tile.width() * (grid.columns() - 1) < grid.width();
		boolean high = tile.height() * grid.rows() >= grid.height() && tile.height() * (grid.rows() - 1) < grid.height();
		boolean tiny = tile.width() < MIN_TILE || tile.height() < MIN_TILE;
		if (grid.rows() * grid.columns() > MAX_TILES) {
			throw ImageErrors.unsupported("The HEIF file has more than %,d tiles.".formatted(MAX_TILES));
		}
		if (!wide || !high || (tiny && grid.rows() * grid.columns() > 1)) {
			throw ImageErrors.corrupt("The HEIF file's tiles do not fit its picture.");
		}
	}

	private FfmpegCodec open(int part, HeifHeader.Display coded) throws ImageException {
		boolean hevc = file.isType(part, "hvc1");
		HeifBox setUp = coded.setUp();
		if ((!hevc && !file.isType(part, "av01")) || setUp == null || setUp.is("hvcC") != hevc) {
			throw ImageErrors.unsupported("The HEIF file's picture is coded in a way that is not supported.");
		}
		PixelLimit.require(limits, coded.width(), coded.height());
		HeifBox colour = coded.colour() == null ? display.colour() : coded.colour();
		return FfmpegCodec.ofHeif(hevc, setUp, (int) coded.width(), (int) coded.height(), colour);
	}

	/** A sink that puts rows on the canvas, the first one's left end at (left, top) of the coded picture. */
	private RowSink at(long left, long top, long width) {
		int x = (int) (left - display.crop().x());
		int y = (int) (top - display.crop().y());
		return (row, rows, channels, samples) -> canvas(channels).put(x, y + row, (int) width, rows, samples, (int) width * channels);
	}

	/** The canvas, made when the first pixels show whether the picture is grey. */
	private UprightCanvas canvas(int channels) throws ImageException {
		UprightCanvas onto = canvas;
		if (onto == null) {
			onto = new UprightCanvas((int) header.width(), (int) header.height(), channels, header.orientation());
			canvas = onto;
		}
		if (onto.channels() != channels) {
			throw ImageErrors.corrupt("The HEIF file's tiles are grey and coloured.");
		}
		return onto;
	}

	private UprightCanvas requireCanvas() throws ImageException {
		if (canvas == null) {
			throw ImageErrors.corrupt("The HEIF file has no picture.");
		}
		return canvas;
	}
}
