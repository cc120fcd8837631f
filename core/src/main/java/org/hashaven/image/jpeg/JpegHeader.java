package org.hashaven.image.jpeg;

import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ExifOrientation;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;

/**
 * The JPEG marker walk: from the start to the end marker, past every segment and scan (ITU-T T.81, annex B).
 *
 * <p>
 * Walking to the end finds what the frame header alone cannot tell: a second frame header, a flood of scans that would keep the decoder
 * busy for minutes, and a file that was cut off. Decoders paint what is missing in grey, and the hash of half a picture does not protect,
 * so a cut file is refused, unless nothing but the end marker itself is missing ({@link JpegTail}).
 */
public final class JpegHeader {

	static final int SOI = 0xd8;
	static final int EOI = 0xd9;
	static final int SOS = 0xda;
	static final int DHT = 0xc4;
	static final int DRI = 0xdd;
	static final int SOF_BASELINE = 0xc0;
	static final int SOF_EXTENDED = 0xc1;
	static final int SOF_PROGRESSIVE = 0xc2;
	private static final int JPG = 0xc8;
	private static final int DAC = 0xcc;
	private static final int APP1 = 0xe1;
	/** Real progressive files have about ten scans; each one costs the decoder a pass over the whole picture. */
	private static final int MAX_SCANS = 100;
	private static final int USUAL_SCANS = 10;
	/** Passes over pixels, all scans together: ten over the largest picture, a hundred over those of most phones. */
	private static final long MAX_SCANNED_PIXELS = 2_200_000_000L;
	/** Each block of 64 pixels has a code for its mean, of at least one bit: fewer bytes cannot hold the picture. */
	private static final int MAX_PIXELS_PER_BYTE = 512;
	private static final String CUT_OFF = "The JPEG is cut off: part of its picture is missing.";

	private final Bytes bytes;
	private ImageHeader frame = new ImageHeader(0, 0, false, Symmetry.IDENTITY);
	private Symmetry orientation = Symmetry.IDENTITY;
	private boolean oriented;
	private int scans;

	private JpegHeader(Bytes bytes) {
		this.bytes = bytes;
	}

	public static ImageHeader read(Bytes bytes) throws ImageException {
		JpegHeader header = new JpegHeader(bytes);
		boolean ended = header.walk();
		if (header.scans == 0) {
			throw ImageErrors.corrupt("The JPEG ends before its picture begins.");
		}
		if (header.scans > USUAL_SCANS && header.frame.width() * header.frame.height() * header.scans > MAX_SCANNED_PIXELS) {
			throw ImageErrors.unsupported("The JPEG has more scans than a picture of its size may have.");
		}
		if (!ended && !bytes.isTolerant() && !JpegTail.isWhole(bytes)) {
			throw ImageErrors.corrupt(CUT_OFF);
		}
		return new ImageHeader(header.frame.width(), header.frame.height(), header.frame.grey(), header.orientation);
	}

	/** Refuses a few bytes that claim many pixels, before a codec fills them all with grey. */
	static void requirePlausible(Bytes bytes, ImageHeader header) throws ImageException {
		if (header.width() * header.height() > (long) bytes.length() * MAX_PIXELS_PER_BYTE) {
			throw ImageErrors.corrupt(CUT_OFF);
		}
	}

	/** Whether the end marker was reached. */
	private boolean walk() throws ImageException {
		long at = 2;
		while (true) {
			at = nextMarker(bytes, at);
			if (!bytes.has(at, 1)) {
				return false;
			}
			int marker = bytes.u8(at++);
			if (marker == EOI) {
				return true;
			}
			if (isBare(marker)) {
				continue;
			}
			if (!bytes.has(at, 2) || !bytes.has(at, bytes.u16(at)) || bytes.u16(at) < 2) {
				return false;
			}
			long end = at + bytes.u16(at);
			segment(marker, at + 2, bytes.until(end));
			at = marker == SOS ? skipEntropy(bytes, end) : end;
		}
	}

	private void segment(int marker, long at, Bytes segment) throws ImageException {
		if (marker == SOS) {
			if (frame.width() == 0) {
				throw ImageErrors.corrupt("The JPEG has a scan before its frame header.");
			}
			if (++scans > MAX_SCANS) {
				throw ImageErrors.unsupported("The JPEG has more than %d scans.".formatted(MAX_SCANS));
			}
		} else if (marker >= SOF_BASELINE && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC) {
			frameHeader(marker, at, segment);
		} else if (marker == APP1 && !oriented && segment.is(at, "Exif\0\0")) {
			orientation = ExifOrientation.read(segment, at + 6);
			oriented = true;
		}
	}

	private void frameHeader(int marker, long at, Bytes segment) throws ImageException {
		if (frame.width() != 0) {
			throw ImageErrors.corrupt("The JPEG has two frame headers.");
		}
		int bits = segment.u8(at);
		int height = segment.u16(at + 1);
		int width = segment.u16(at + 3);
		int components = segment.u8(at + 5);
		if (marker > SOF_PROGRESSIVE || bits != 8 || (components != 1 && components != 3 && components != 4)) {
			throw ImageErrors.unsupported("This kind of JPEG is not supported.");
		}
		if (width == 0 || height == 0) {
			throw ImageErrors.corrupt("The JPEG says that it has no pixels.");
		}
		frame = new ImageHeader(width, height, components == 1, Symmetry.IDENTITY);
	}

	/** Whether a marker stands alone, without a length: TEM, RST0..7 and a repeated SOI. */
	static boolean isBare(int marker) {
		return marker == 0x01 || (marker >= 0xd0 && marker <= SOI);
	}

	/** The position of the next marker's code, past any fill and garbage; the end when there is none. */
	static long nextMarker(Bytes bytes, long at) {
		byte[] array = bytes.array();
		int end = bytes.length();
		for (int i = (int) at; i + 1 < end; i++) {
			if (array[i] == (byte) 0xff && array[i + 1] != (byte) 0xff && array[i + 1] != 0) {
				return i + 1L;
			}
		}
		return end;
	}

	/**
	 * The position of the first marker after a scan's data, which may hold stuffed bytes and restart markers; the end when there is none.
	 */
	static long skipEntropy(Bytes bytes, long at) throws ImageException {
		long next = at;
		while (true) {
			next = nextMarker(bytes, next);
			if (!bytes.has(next, 1)) {
				return next;
			}
			int marker = bytes.u8(next);
			if (marker < 0xd0 || marker > 0xd7) {
				return next - 1;
			}
		}
	}
}
