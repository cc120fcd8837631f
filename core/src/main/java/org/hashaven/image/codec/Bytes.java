package org.hashaven.image.codec;

import org.hashaven.image.ImageException;

/**
 * A file's bytes, read only, every access checked: past the end there is one typed error, never an index exception. Positions are
 * {@code long}, so that sums of hostile 32-bit fields cannot wrap.
 */
public final class Bytes {

	private final byte[] array;
	private final int end;
	private final boolean tolerant;

	public Bytes(byte[] array) {
		this(array, array.length, false);
	}

	private Bytes(byte[] array, int end, boolean tolerant) {
		this.array = array;
		this.end = end;
		this.tolerant = tolerant;
	}

	/** The same bytes, of a file of which as much is to be decoded as can be. */
	public Bytes tolerant() {
		return new Bytes(array, end, true);
	}

	/** Whether damage is passed over, and what is missing left black. */
	public boolean isTolerant() {
		return tolerant;
	}

	/** The same bytes, ending before {@code end}: what a length field promises is checked once, here. */
	public Bytes until(long end) throws ImageException {
		require(end, 0);
		return new Bytes(array, (int) end, tolerant);
	}

	public int length() {
		return end;
	}

	/** The array itself, for copying out; positions are the same. */
	public byte[] array() {
		return array;
	}

	public boolean has(long at, long count) {
		return at >= 0 && count >= 0 && at <= end - count;
	}

	public void require(long at, long count) throws ImageException {
		if (!has(at, count)) {
			throw ImageErrors.corrupt("The picture ends too early.");
		}
	}

	public int u8(long at) throws ImageException {
		require(at, 1);
		return array[(int) at] & 0xff;
	}

	public int u16(long at) throws ImageException {
		require(at, 2);
		return ((array[(int) at] & 0xff) << 8) | (array[(int) at + 1] & 0xff);
	}

	public int u16Little(long at) throws ImageException {
		return Short.reverseBytes((short) u16(at)) & 0xffff;
	}

	public int u24Little(long at) throws ImageException {
		return u16Little(at) | (u8(at + 2) << 16);
	}

	public long u32(long at) throws ImageException {
		return ((long) u16(at) << 16) | u16(at + 2);
	}

	public long u32Little(long at) throws ImageException {
		return u16Little(at) | ((long) u16Little(at + 2) << 16);
	}

	public int s32Little(long at) throws ImageException {
		return (int) u32Little(at);
	}

	public long u64(long at) throws ImageException {
		return (u32(at) << 32) | u32(at + 4);
	}

	/** Whether these ASCII characters stand at this position; false past the end. */
	public boolean is(long at, String ascii) {
		if (!has(at, ascii.length())) {
			return false;
		}
		for (int i = 0; i < ascii.length(); i++) {
			if ((array[(int) at + i] & 0xff) != ascii.charAt(i)) {
				return false;
			}
		}
		return true;
	}
}
