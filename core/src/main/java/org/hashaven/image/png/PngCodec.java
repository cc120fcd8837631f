package org.hashaven.image.png;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.UprightCanvas;
import org.jspecify.annotations.Nullable;

/**
 * The PNG decoder: inflate, undo the row filters, expand to 8 bits, set alpha apart.
 *
 * <p>
 * Written here and not left to libpng for three reasons: libpng writes its complaints straight to standard error where no setting silences
 * them, a screenshot then needs no native library at all, and nothing a hostile file says can reach C code. A row at a time goes through,
 * so the memory is two rows and the picture.
 *
 * <p>
 * 16-bit samples keep their high byte, as PIL and libpng's {@code strip_16} do.
 */
public final class PngCodec {

	/** Start and step of the seven passes of an interlaced picture (Adam7): x, y, x step, y step. */
	private static final int[][] ADAM7 = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
	/** Deflate's best case: 258 bytes from two bits. */
	private static final int MAX_DEFLATE_RATIO = 1032;
	private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

	private final Bytes bytes;
	private final PngHeader.Layout layout;
	private final UprightCanvas canvas;
	private final AlphaPlane alpha;
	private final Inflater inflater = new Inflater();
	private long chunk;
	/** The last whole row that was read, of a picture that is not interlaced, and the one behind it. */
	private byte[] lastRow = {};
	private int nextRow;
	private boolean seen;

	private PngCodec(Bytes bytes, ImageHeader header) throws ImageException {
		this.bytes = bytes;
		this.layout = PngHeader.layout(bytes);
		this.canvas = new UprightCanvas((int) header.width(), (int) header.height(), header.grey() ? 1 : 3, header.orientation());
		this.alpha = new AlphaPlane((int) header.width(), (int) header.height(), header.orientation());
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		requirePlausible(bytes, header);
		PngCodec codec = new PngCodec(bytes, header);
		try {
			codec.decode();
		} catch (DataFormatException e) {
			codec.endIn(ImageErrors.corrupt("The PNG is damaged: its data cannot be unpacked."));
		} catch (ImageException e) {
			codec.endIn(e);
		} finally {
			codec.inflater.end();
		}
		return codec.alpha.of(codec.canvas.image());
	}

	/** Throws what ends the picture early, unless what was read so far is enough. */
	private void endIn(ImageException damage) throws ImageException {
		if (!bytes.isTolerant() || !seen) {
			throw damage;
		}
		if (!layout.interlaced()) {
			// A black band would move the hash further.
			for (int y = nextRow; y < layout.height(); y++) {
				canvas.putRows(y, 1, lastRow);
			}
		}
	}

	/** Refuses a few bytes that claim many pixels: what they could at best unpack to is known before memory is taken. */
	private static void requirePlausible(Bytes bytes, ImageHeader header) throws ImageException {
		PngHeader.Layout layout = PngHeader.layout(bytes);
		long rowBytes = (header.width() * layout.channels() * layout.bits() + 7) / 8;
		if (rowBytes * header.height() > (long) bytes.length() * MAX_DEFLATE_RATIO) {
			throw ImageErrors.corrupt("The PNG is cut off: part of its picture is missing.");
		}
	}

	private void decode() throws ImageException, DataFormatException {
		chunk = PngHeader.firstData(bytes);
		if (chunk < 0) {
			throw ImageErrors.corrupt("The PNG has no picture data.");
		}
		feed();
		int width = (int) layout.width();
		int height = (int) layout.height();
		for (int[] pass : layout.interlaced() ? ADAM7 : ONE_PASS) {
			int columns = (width - pass[0] + pass[2] - 1) / pass[2];
			int rows = (height - pass[1] + pass[3] - 1) / pass[3];
			if (columns > 0 && rows > 0) {
				decodePass(pass, columns, rows);
			}
		}
	}

	private void decodePass(int[] pass, int columns, int rows) throws ImageException, DataFormatException {
		int bitsPerPixel = layout.channels() * layout.bits();
		int rowBytes = (int) (((long) columns * bitsPerPixel + 7) / 8);
		int pixelBytes = Math.max(1, bitsPerPixel / 8);
		PngRow row = new PngRow(layout, bytes, columns);
		byte[] current = new byte[1 + rowBytes];
		byte[] previous = new byte[1 + rowBytes];
		for (int y = 0; y < rows; y++) {
			inflate(current);
			PngRow.unfilter(current, previous, pixelBytes);
			byte[] samples = row.expand(current);
			byte[] clear = row.alpha(current);
			if (pass[2] == 1) {
				canvas.put(0, pass[1] + y * pass[3], columns, 1, samples, samples.length);
				if (clear != null) {
					alpha.put(0, pass[1] + y * pass[3], columns, 1, clear, columns);
				}
			} else {
				spread(pass, columns, y, samples, clear);
			}
			seen = true;
			lastRow = samples;
			nextRow = y + 1;
			byte[] swap = previous;
			previous = current;
			current = swap;
		}
	}

	private void spread(int[] pass, int columns, int y, byte[] samples, byte @Nullable [] clear) {
		byte[] pixel = new byte[samples.length / columns];
		byte[] opaque = new byte[1];
		for (int x = 0; x < columns; x++) {
			System.arraycopy(samples, x * pixel.length, pixel, 0, pixel.length);
			canvas.put(pass[0] + x * pass[2], pass[1] + y * pass[3], 1, 1, pixel, pixel.length);
			if (clear != null) {
				opaque[0] = clear[x];
				alpha.put(pass[0] + x * pass[2], pass[1] + y * pass[3], 1, 1, opaque, 1);
			}
		}
	}

	/** Fills a row from the data chunks. */
	private void inflate(byte[] row) throws ImageException, DataFormatException {
		int filled = 0;
		while (filled < row.length) {
			int count = inflater.inflate(row, filled, row.length - filled);
			filled += count;
			if (count == 0) {
				if (inflater.finished() || inflater.needsDictionary()) {
					throw ImageErrors.corrupt("The PNG is cut off: part of its picture is missing.");
				}
				if (inflater.needsInput()) {
					chunk = PngHeader.next(bytes, chunk);
					feed();
				}
			}
		}
	}

	/** Hands the data chunk to the inflater. */
	private void feed() throws ImageException {
		if (!bytes.is(chunk + 4, "IDAT")) {
			throw ImageErrors.corrupt("The PNG is cut off: part of its picture is missing.");
		}
		PngHeader.requireChecksum(bytes, chunk);
		// As much as there is: of a whole file the checksum has been found behind it.
		inflater.setInput(bytes.array(), (int) chunk + 8, (int) Math.min(bytes.u32(chunk), bytes.length() - chunk - 8));
	}
}
