package org.hashaven.image.natives;

/**
 * What a piece of AV1 says of itself before a codec sees it: the largest frame that its sequence headers announce, and how many frames it
 * has (AV1 Bitstream and Decoding Process Specification, 5.3 and 5.5). libaom takes memory for the first before any limit of FFmpeg is
 * looked at, and decodes all of the second in one call that nothing can stop.
 *
 * <p>
 * Total: whatever the bytes are, it ends, and never reads beyond them.
 */
public final class Av1Bitstream {

	/** Frames of one packet: an encoder puts one that is shown with a few that are not. */
	public static final int MAX_FRAMES = 32;

	private static final int SEQUENCE_HEADER = 1;
	private static final int FRAME_HEADER = 3;
	private static final int FRAME = 6;
	private static final int EXTENDED = 4;
	private static final int SIZED = 2;
	private static final int LEB_BYTES = 8;

	/** Of what the {@code av1C} box has before its headers. */
	private static final int CONFIGURATION_BYTES = 4;

	private final byte[] bytes;
	private int maxWidth;
	private int maxHeight;
	private int frames;
	private boolean sound = true;

	private Av1Bitstream(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Reads the units of a packet or of an item of a picture.
	 *
	 * @param bytes
	 *            from a unit's header on
	 */
	public static Av1Bitstream of(byte[] bytes) {
		return from(bytes, 0);
	}

	/**
	 * Reads the units of a configuration record ({@code av1C}).
	 *
	 * @param record
	 *            from its first byte on
	 */
	public static Av1Bitstream ofConfiguration(byte[] record) {
		return from(record, CONFIGURATION_BYTES);
	}

	private static Av1Bitstream from(byte[] bytes, int from) {
		Av1Bitstream stream = new Av1Bitstream(bytes);
		try {
			stream.walk(from);
		} catch (IndexOutOfBoundsException e) {
			stream.sound = false;
		}
		return stream;
	}

	/** Largest width that a sequence header announces; 0 without one. */
	public int maxWidth() {
		return maxWidth;
	}

	/** Largest height that a sequence header announces; 0 without one. */
	public int maxHeight() {
		return maxHeight;
	}

	/** Number of frames, shown or not. */
	public int frames() {
		return frames;
	}

	/** Whether its units can be told apart to the end. */
	public boolean isSound() {
		return sound;
	}

	private void walk(int from) {
		long at = from;
		while (at < bytes.length) {
			int header = bytes[(int) at] & 0xff;
			int type = (header >> 3) & 15;
			at += (header & EXTENDED) == 0 ? 1 : 2;
			long size = bytes.length - at;
			if ((header & SIZED) != 0) {
				size = 0;
				for (int i = 0; i < LEB_BYTES; i++) {
					int part = bytes[(int) at++] & 0xff;
					size |= (long) (part & 127) << (7 * i);
					if (part < 128) {
						break;
					}
				}
			}
			if (size > bytes.length - at) {
				throw new IndexOutOfBoundsException("a unit beyond the end");
			}
			if (type == SEQUENCE_HEADER) {
				new SequenceHeader((int) at, (int) (at + size)).read();
			} else if (type == FRAME_HEADER || type == FRAME) {
				frames++;
			}
			at += size;
		}
	}

	/** The sequence header up to its sizes, bit by bit. */
	private final class SequenceHeader {

		private final long end;
		private long bit;

		SequenceHeader(int from, int to) {
			bit = 8L * from;
			end = 8L * to;
		}

		private long read(int bits) {
			long value = 0;
			for (int i = 0; i < bits; i++, bit++) {
				if (bit >= end) {
					throw new IndexOutOfBoundsException("a header beyond its unit");
				}
				value = (value << 1) | ((bytes[(int) (bit >> 3)] >> (7 - (int) (bit & 7))) & 1);
			}
			return value;
		}

		private boolean flag() {
			return read(1) == 1;
		}

		private void read() {
			read(3 + 1); // profile, still picture
			if (flag()) { // reduced header
				read(5);
			} else {
				operatingPoints();
			}
			int widthBits = (int) read(4) + 1;
			int heightBits = (int) read(4) + 1;
			maxWidth = Math.max(maxWidth, (int) read(widthBits) + 1);
			maxHeight = Math.max(maxHeight, (int) read(heightBits) + 1);
		}

		private void operatingPoints() {
			boolean decoderModel = false;
			int delayBits = 0;
			if (flag()) { // timing
				read(32 + 32);
				if (flag()) {
					skipVariableLength();
				}
				decoderModel = flag();
				if (decoderModel) {
					delayBits = (int) read(5) + 1;
					read(32 + 5 + 5);
				}
			}
			boolean displayDelay = flag();
			int points = (int) read(5) + 1;
			for (int point = 0; point < points; point++) {
				read(12);
				if (read(5) > 7) { // level; those above have a tier
					read(1);
				}
				if (decoderModel && flag()) {
					read(2 * delayBits + 1);
				}
				if (displayDelay && flag()) {
					read(4);
				}
			}
		}

		private void skipVariableLength() {
			int zeros = 0;
			while (!flag()) {
				zeros++;
			}
			if (zeros < 32) {
				read(zeros);
			}
		}
	}
}
