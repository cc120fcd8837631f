package org.hashaven.image;

/** The BMP header: sizes of the old (OS/2) and the newer forms; a negative height means top down. */
final class BmpHeader {

	private static final int CORE = 12;
	private static final int INFO = 40;
	private static final int NOT_COMPRESSED = 0;
	private static final int RUN_LENGTHS_OF_4_BITS = 2;
	private static final int BIT_FIELDS = 3;

	private BmpHeader() {
	}

	static ImageHeader read(Bytes bytes) throws ImageException {
		long headerBytes = bytes.u32Little(14);
		if (headerBytes != CORE && headerBytes < INFO) {
			throw ImageException.unsupported("This kind of BMP is not supported.");
		}
		boolean core = headerBytes == CORE;
		long width = core ? bytes.u16Little(18) : bytes.s32Little(18);
		long height = core ? bytes.u16Little(20) : Math.abs((long) bytes.s32Little(22));
		int bits = bytes.u16Little(core ? 24 : 28);
		long compression = core ? NOT_COMPRESSED : bytes.u32Little(30);
		if (compression == RUN_LENGTHS_OF_4_BITS || compression > BIT_FIELDS) {
			throw ImageException.unsupported("This kind of BMP is not supported.");
		}
		if (width < 1 || height < 1) {
			throw ImageException.corrupt("The BMP says that it has no pixels.");
		}
		if (compression == NOT_COMPRESSED || compression == BIT_FIELDS) {
			long rowBytes = (width * bits + 31) / 32 * 4;
			// The last row may lack its padding. Divided, since the product of hostile sizes would wrap.
			if (rowBytes > (bytes.length() - bytes.u32Little(10) + 3) / height) {
				throw ImageException.corrupt("The BMP is cut off: part of its picture is missing.");
			}
		}
		return new ImageHeader(width, height, false, Orientation.UPRIGHT);
	}
}
