package org.hashaven.image.jpeg;

import java.util.Arrays;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a JPEG without an end marker whether its picture is whole all the same: many files lose their last bytes on the way.
 *
 * <pre>
 *   baseline      the Huffman codes of the scan that was cut are read, without making pixels of them: every block must be there,
 *                 and nothing but padding may follow (a file cut by a full disk is often filled up with zeros, which read as blocks)
 *   progressive   every coefficient must be there but for its lowest bit, which is what the last scans bring
 * </pre>
 */
final class JpegTail {

	private static final int TABLES = 4;
	private static final long ALL_COEFFICIENTS = -1;

	private final Bytes bytes;
	private final @Nullable JpegHuffman[] dcTables = new JpegHuffman[TABLES];
	private final @Nullable JpegHuffman[] acTables = new JpegHuffman[TABLES];
	private int restartInterval;
	private boolean progressive;
	private int width;
	private int height;
	private int[] ids = {};
	private int[] across = {};
	private int[] down = {};
	/** The coefficients of each component, one bit each, that are there, but perhaps for their lowest bit. */
	private long[] present = {};

	private JpegTail(Bytes bytes) {
		this.bytes = bytes;
	}

	/** Whether nothing but the end of the file is missing. */
	static boolean isWhole(Bytes bytes) {
		try {
			return new JpegTail(bytes).check();
		} catch (ImageException e) {
			return false;
		}
	}

	private boolean check() throws ImageException {
		long at = 2;
		while (true) {
			at = JpegHeader.nextMarker(bytes, at);
			if (!bytes.has(at, 3) || !bytes.has(at + 1, bytes.u16(at + 1))) {
				return isComplete();
			}
			int marker = bytes.u8(at);
			long body = at + 3;
			long end = at + 1 + bytes.u16(at + 1);
			if (JpegHeader.isBare(marker)) {
				at++;
				continue;
			}
			at = end;
			switch (marker) {
				case JpegHeader.DHT -> huffmanTables(body, end);
				case JpegHeader.DRI -> restartInterval = bytes.u16(body);
				case JpegHeader.SOF_BASELINE, JpegHeader.SOF_EXTENDED, JpegHeader.SOF_PROGRESSIVE -> frame(marker, body);
				case JpegHeader.SOS -> {
					at = JpegHeader.skipEntropy(bytes, end);
					scan(body, end, at >= bytes.length());
				}
				default -> {
					// says nothing about the coefficients
				}
			}
		}
	}

	private boolean isComplete() {
		for (long coefficients : present) {
			if (coefficients != ALL_COEFFICIENTS) {
				return false;
			}
		}
		return present.length > 0;
	}

	private void huffmanTables(long from, long end) throws ImageException {
		long at = from;
		while (at < end) {
			int which = bytes.u8(at);
			JpegHuffman table = new JpegHuffman(bytes, at + 1);
			@Nullable
			JpegHuffman[] tables = which >> 4 == 0 ? dcTables : acTables;
			tables[which & 3] = table;
			at += 1 + table.sizeBytes();
		}
	}

	private void frame(int marker, long at) throws ImageException {
		progressive = marker == JpegHeader.SOF_PROGRESSIVE;
		height = bytes.u16(at + 1);
		width = bytes.u16(at + 3);
		int components = bytes.u8(at + 5);
		ids = new int[components];
		across = new int[components];
		down = new int[components];
		present = new long[components];
		for (int i = 0; i < components; i++) {
			ids[i] = bytes.u8(at + 6 + 3L * i);
			across[i] = requireFactor(bytes.u8(at + 7 + 3L * i) >> 4);
			down[i] = requireFactor(bytes.u8(at + 7 + 3L * i) & 15);
		}
	}

	private static int requireFactor(int factor) throws ImageException {
		if (factor < 1 || factor > 4) {
			throw ImageErrors.corrupt("The JPEG's sampling is impossible.");
		}
		return factor;
	}

	/** Notes what a scan adds; the one that the file ends in adds nothing unless all of it can be read. */
	private void scan(long at, long data, boolean cut) throws ImageException {
		int count = bytes.u8(at);
		if (count == 0) {
			throw ImageErrors.corrupt("The JPEG has an empty scan.");
		}
		int[] components = new int[count];
		for (int i = 0; i < count; i++) {
			components[i] = indexOf(bytes.u8(at + 1 + 2L * i));
		}
		long spectrum = at + 1 + 2L * count;
		long coefficients = ALL_COEFFICIENTS;
		if (progressive) {
			int first = bytes.u8(spectrum) & 63;
			int last = bytes.u8(spectrum + 1) & 63;
			boolean precise = (bytes.u8(spectrum + 2) & 15) <= 1;
			coefficients = !precise || cut || last < first ? 0 : (ALL_COEFFICIENTS >>> (63 - last)) & (ALL_COEFFICIENTS << first);
		} else if (cut && !reads(components, at, data)) {
			coefficients = 0;
		}
		for (int component : components) {
			present[component] |= coefficients;
		}
	}

	private int indexOf(int id) throws ImageException {
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] == id) {
				return i;
			}
		}
		throw ImageErrors.corrupt("The JPEG has a scan of an unknown component.");
	}

	/** Whether every block of a baseline scan is there. */
	private boolean reads(int[] components, long at, long data) throws ImageException {
		JpegEntropy entropy = new JpegEntropy(bytes, data);
		boolean interleaved = components.length > 1;
		int widest = Arrays.stream(across).max().orElseThrow();
		int highest = Arrays.stream(down).max().orElseThrow();
		int lone = components[0];
		long columns = interleaved ? ceil(width, 8L * widest) : ceil(ceil((long) width * across[lone], widest), 8);
		long rows = interleaved ? ceil(height, 8L * highest) : ceil(ceil((long) height * down[lone], highest), 8);
		for (long unit = 0; unit < columns * rows; unit++) {
			if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
				entropy.restart();
			}
			for (int i = 0; i < components.length; i++) {
				int tables = bytes.u8(at + 2 + 2L * i);
				JpegHuffman dc = dcTables[(tables >> 4) & 3];
				JpegHuffman ac = acTables[tables & 3];
				if (dc == null || ac == null) {
					return false;
				}
				int blocks = interleaved ? across[components[i]] * down[components[i]] : 1;
				for (int block = 0; block < blocks; block++) {
					entropy.skipBlock(dc, ac);
				}
			}
		}
		return entropy.isAtEnd();
	}

	private static long ceil(long dividend, long divisor) {
		return (dividend + divisor - 1) / divisor;
	}
}
