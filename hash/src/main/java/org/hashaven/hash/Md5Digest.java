package org.hashaven.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MD5 (RFC 1321) of bytes as they come.
 *
 * <p>
 * Not Java's own: that one first reads Java's settings for security, through channels, which load the network library, which opens sockets
 * to see what the system has. A program that hashes must not open any.
 *
 * <p>
 * The text is cut into blocks of 16 words, least byte first. Each block is stirred into four words of state by 64 steps, of which each adds
 * one word of the block and one constant, {@code ⌊2³² |sin(step + 1)|⌋}, and turns the sum by a few bits. Behind the text comes a one bit,
 * zeros, and its length in bits.
 */
final class Md5Digest {

	private static final int BLOCK_BYTES = 64;
	private static final int STEPS = 64;
	private static final int STEPS_A_ROUND = 16;

	private static final int[] CONSTANTS = new int[STEPS];

	/** Which word of the block each step adds. */
	private static final int[] WORDS = new int[STEPS];

	/** By how much the steps of each round turn: four numbers again and again. */
	private static final int[] TURNS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

	static {
		for (int step = 0; step < STEPS; step++) {
			CONSTANTS[step] = (int) (long) (Math.abs(StrictMath.sin(step + 1)) * (1L << 32));
			WORDS[step] = switch (step / STEPS_A_ROUND) {
				case 0 -> step;
				case 1 -> 5 * step + 1;
				case 2 -> 3 * step + 5;
				default -> 7 * step;
			} % STEPS_A_ROUND;
		}
	}

	private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
	private final int[] words = new int[BLOCK_BYTES / Integer.BYTES];
	private int a = 0x67452301;
	private int b = 0xefcdab89;
	private int c = 0x98badcfe;
	private int d = 0x10325476;
	private long lengthBytes;

	/** Takes the first {@code count} bytes of an array. */
	void update(byte[] bytes, int count) {
		lengthBytes += count;
		ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
		while (rest.remaining() >= block.remaining()) {
			int part = block.remaining();
			block.put(block.position(), bytes, rest.position(), part);
			rest.position(rest.position() + part);
			stir();
		}
		block.put(rest);
	}

	/** The MD5 of all bytes taken; the digest is used up. */
	Md5 finish() {
		long lengthBits = lengthBytes * Byte.SIZE;
		block.put((byte) 0x80);
		if (block.remaining() < Long.BYTES) {
			pad(block.remaining());
			stir();
		}
		pad(block.remaining() - Long.BYTES);
		block.putLong(lengthBits);
		stir();
		ByteBuffer state = ByteBuffer.allocate(4 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(a).putInt(b).putInt(c).putInt(d);
		state.flip().order(ByteOrder.BIG_ENDIAN);
		return new Md5(state.getLong(), state.getLong());
	}

	private void pad(int zeros) {
		block.put(new byte[zeros]);
	}

	/** Stirs the full block in and empties it. */
	private void stir() {
		block.clear();
		block.asIntBuffer().get(words);
		int w = a;
		int x = b;
		int y = c;
		int z = d;
		for (int step = 0; step < STEPS; step += 4) {
			w = x + turned(step, 0, w + mixed(step, x, y, z));
			z = w + turned(step, 1, z + mixed(step, w, x, y));
			y = z + turned(step, 2, y + mixed(step, z, w, x));
			x = y + turned(step, 3, x + mixed(step, y, z, w));
		}
		a += w;
		b += x;
		c += y;
		d += z;
	}

	private static int mixed(int step, int x, int y, int z) {
		return switch (step / STEPS_A_ROUND) {
			case 0 -> (x & y) | (~x & z);
			case 1 -> (x & z) | (y & ~z);
			case 2 -> x ^ y ^ z;
			default -> y ^ (x | ~z);
		};
	}

	private int turned(int step, int more, int sum) {
		int word = words[WORDS[step + more]];
		return Integer.rotateLeft(sum + word + CONSTANTS[step + more], TURNS[step / STEPS_A_ROUND * 4 + more]);
	}
}
