package org.hashaven.image.bmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.png.PngCodec;
import org.hashaven.image.png.PngHeader;

/**
 * The largest picture of an icon or a cursor (ICO, CUR), as the file it would be alone: a PNG, or a BMP of twice the height, whose lower
 * half is one bit a pixel that says what is transparent.
 *
 * @param file
 *            a whole PNG or BMP
 * @param isPng
 *            whether it is a PNG
 * @param mask
 *            position, in the icon, of the rows of the mask, the lowest first; -1 where there is none
 */
public record IcoPicture(Bytes file, boolean isPng, long mask) {

	private static final int DIRECTORY = 6;
	private static final int ENTRY_BYTES = 16;
	public static final int MAX_PICTURES = 256;
	private static final int BMP_FILE_HEADER = 14;
	private static final int INFO = 40;
	/** Version 4: the shortest header that names where alpha is. */
	private static final int WITH_ALPHA = 108;
	private static final int BIT_FIELDS = 3;

	public static ImageHeader read(Bytes bytes) throws ImageException {
		IcoPicture picture = of(bytes);
		return picture.isPng ? PngHeader.read(picture.file) : BmpHeader.read(picture.file);
	}

	/** Decodes the picture; what its mask calls transparent is so unless its own alpha says more. */
	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		IcoPicture picture = of(bytes);
		if (picture.isPng) {
			return PngCodec.decode(picture.file, header);
		}
		RgbImage image = BmpCodec.decode(picture.file, header);
		return image.isTransparent() || picture.mask < 0 ? image : AlphaPlane.apply(image, picture.readMask(bytes, image), false);
	}

	static IcoPicture of(Bytes bytes) throws ImageException {
		int count = bytes.u16Little(4);
		int best = -1;
		int bestArea = -1;
		for (int i = 0; i < Math.min(count, MAX_PICTURES); i++) {
			int entry = DIRECTORY + i * ENTRY_BYTES;
			// 0 stands for 256; of equal sizes the one with more bytes has more colours.
			int area = ((bytes.u8(entry) + 255) % 256 + 1) * ((bytes.u8(entry + 1) + 255) % 256 + 1);
			if (area > bestArea || (area == bestArea && bytes.u32Little(entry + 8) > bytes.u32Little(best + 8))) {
				best = entry;
				bestArea = area;
			}
		}
		if (best < 0) {
			throw ImageErrors.corrupt("The icon has no picture.");
		}
		long start = bytes.u32Little(best + 12);
		long end = bytes.isTolerant()
				? Math.min(start + bytes.u32Little(best + 8), bytes.length())
				: start + bytes.u32Little(best + 8);
		bytes.require(start, Math.max(end - start, INFO));
		if (end - start < INFO) {
			throw ImageErrors.corrupt("The icon's picture has no room for its header.");
		}
		if (bytes.is(start, "\u0089PNG")) {
			return new IcoPicture(sub(bytes, ByteBuffer.allocate(0), start, end), true, -1);
		}
		return bitmap(bytes, start, end);
	}

	/** A BMP's file header is put before it, its height is halved, and 32 bits are said to hold alpha. */
	private static IcoPicture bitmap(Bytes bytes, long start, long end) throws ImageException {
		int width = bytes.s32Little(start + 4);
		int height = bytes.s32Little(start + 8) / 2;
		int bits = bytes.u16Little(start + 14);
		if (bytes.u32Little(start) != INFO || bytes.u32Little(start + 16) != 0 || width < 1 || height < 1 || height > 1 << 16) {
			throw ImageErrors.unsupported("This kind of icon is not supported.");
		}
		long entries = bits > 8 ? 0 : bytes.u32Little(start + 32) == 0 ? 1L << bits : Math.min(bytes.u32Little(start + 32), 1L << bits);
		boolean alpha = bits == 32;
		int headerBytes = alpha ? WITH_ALPHA : INFO;
		ByteBuffer head = ByteBuffer.allocate(BMP_FILE_HEADER + headerBytes).order(ByteOrder.LITTLE_ENDIAN);
		head.put("BM".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(0).putInt((int) (BMP_FILE_HEADER + headerBytes + 4 * entries));
		head.putInt(headerBytes).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
		head.putInt(alpha ? BIT_FIELDS : 0).putInt(0).putInt(0).putInt(0).putInt((int) entries).putInt(0);
		if (alpha) {
			head.putInt(0xff0000).putInt(0xff00).putInt(0xff).putInt(0xff000000);
		}
		long rowBytes = ((long) width * bits + 31) / 32 * 4;
		long mask = start + INFO + 4 * entries + rowBytes * height;
		return new IcoPicture(sub(bytes, head, start + INFO, end), false, bytes.has(mask, maskBytes(width) * height) ? mask : -1);
	}

	private static long maskBytes(int width) {
		return (width + 31L) / 32 * 4;
	}

	private static Bytes sub(Bytes bytes, ByteBuffer head, long start, long end) {
		byte[] file = new byte[head.capacity() + (int) (end - start)];
		head.get(0, file, 0, head.capacity());
		System.arraycopy(bytes.array(), (int) start, file, head.capacity(), (int) (end - start));
		Bytes own = new Bytes(file);
		return bytes.isTolerant() ? own.tolerant() : own;
	}

	private byte[] readMask(Bytes bytes, RgbImage image) throws ImageException {
		byte[] alpha = new byte[image.width() * image.height()];
		for (int y = 0; y < image.height(); y++) {
			long row = mask + (image.height() - 1 - y) * maskBytes(image.width());
			for (int x = 0; x < image.width(); x++) {
				boolean clear = (bytes.u8(row + x / 8) >> (7 - x % 8) & 1) != 0;
				alpha[y * image.width() + x] = (byte) (clear ? 0 : 255);
			}
		}
		return alpha;
	}
}
