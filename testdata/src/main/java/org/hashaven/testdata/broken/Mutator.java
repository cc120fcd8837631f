package org.hashaven.testdata.broken;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Damages files: the same seed and files give the same damage. */
public final class Mutator {

	/** Values at which lengths, counts and sizes break. */
	private static final long[] EDGES = {0, 1, 2, 3, 7, 8, 15, 16, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000,
			0xffffff,
			0x7ffffffeL, 0x7fffffffL, 0x80000000L, 0xfffffffeL, 0xffffffffL};
	private static final int MAX_STEPS = 6;
	private static final int HEADER_BYTES = 200;
	private static final int KINDS = 9;

	private final List<byte[]> files;
	private final int headerBytes;

	/**
	 * @param files
	 *            the sound files to damage, none of them empty
	 */
	public Mutator(List<byte[]> files) {
		this(files, HEADER_BYTES);
	}

	/**
	 * @param headerBytes
	 *            how long the head is in which sizes and counts are; half of all damage goes there
	 */
	public Mutator(List<byte[]> files, int headerBytes) {
		this.files = List.copyOf(files);
		this.headerBytes = headerBytes;
	}

	/** The damaged file of this seed. */
	public byte[] mutate(long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		byte[] file = files.get(random.nextInt(files.size())).clone();
		int steps = 1 + random.nextInt(MAX_STEPS);
		for (int i = 0; i < steps && file.length > 0; i++) {
			file = step(file, random);
		}
		// Half of the PNGs get their checksums mended, or hardly any damage would ever reach the pixels.
		return random.nextBoolean() ? mendPng(file) : file;
	}

	private byte[] step(byte[] file, SplittableRandom random) {
		// Half of all damage goes to the head, where sizes and counts are.
		int at = random.nextInt(random.nextBoolean() ? Math.min(headerBytes, file.length) : file.length);
		int length = 1 + random.nextInt(Math.min(64, file.length - at));
		switch (random.nextInt(KINDS)) {
			case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> file[at] = (byte) random.nextInt();
			case 2 -> putBig(file, at, EDGES[random.nextInt(EDGES.length)], random.nextBoolean() ? 2 : 4);
			case 3 -> putLittle(file, at, EDGES[random.nextInt(EDGES.length)], random.nextBoolean() ? 2 : 4);
			case 4 -> {
				return join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
			}
			case 5 -> {
				return join(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
			}
			case 6 -> {
				byte[] other = files.get(random.nextInt(files.size()));
				return join(Arrays.copyOf(file, at), Arrays.copyOfRange(other, Math.min(at, other.length), other.length));
			}
			case 7 -> Arrays.fill(file, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
			default -> {
				// Cutting is rare among the steps of one file, or most would be only that.
				return random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : file;
			}
		}
		return file;
	}

	private static void putBig(byte[] file, int at, long value, int count) {
		for (int i = 0; i < count && at + i < file.length; i++) {
			file[at + i] = (byte) (value >> (8 * (count - 1 - i)));
		}
	}

	private static void putLittle(byte[] file, int at, long value, int count) {
		for (int i = 0; i < count && at + i < file.length; i++) {
			file[at + i] = (byte) (value >> (8 * i));
		}
	}

	private static byte[] join(byte[] head, byte[] tail) {
		byte[] joined = Arrays.copyOf(head, head.length + tail.length);
		System.arraycopy(tail, 0, joined, head.length, tail.length);
		return joined;
	}

	private static byte[] mendPng(byte[] file) {
		if (file.length < 8 || file[0] != (byte) 0x89 || file[1] != 'P') {
			return file;
		}
		long at = 8;
		while (at + 12 <= file.length) {
			long length = 0;
			for (int i = 0; i < 4; i++) {
				length = (length << 8) | (file[(int) at + i] & 0xff);
			}
			if (at + 12 + length > file.length) {
				break;
			}
			CRC32 crc = new CRC32();
			crc.update(file, (int) at + 4, (int) length + 4);
			putBig(file, (int) (at + 8 + length), crc.getValue(), 4);
			at += 12 + length;
		}
		return file;
	}
}
