package org.hashaven.samples.videos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The boxes of a sound MP4 or MOV file, for those who want to damage them. */
public final class Mp4Boxes {

	/**
	 * A box: four bytes of size, four of type, then its body.
	 *
	 * @param start
	 *            of its size
	 * @param end
	 *            behind its last byte
	 */
	public record Box(String type, int start, int end) {

		/** Where what comes behind size and type starts. */
		public int body() {
			return start + HEADER_BYTES;
		}
	}

	private static final int HEADER_BYTES = 8;
	private static final Set<String> PARENTS = Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "udta", "mvex", "moof",
			"traf");

	private Mp4Boxes() {
	}

	/** Every box, parents before their children, in the order of the file. */
	public static List<Box> of(byte[] file) {
		List<Box> boxes = new ArrayList<>();
		collect(file, 0, file.length, boxes);
		return boxes;
	}

	/** The boxes of one type. */
	public static List<Box> of(byte[] file, String type) {
		return of(file).stream().filter(box -> box.type.equals(type)).toList();
	}

	private static void collect(byte[] file, int from, int to, List<Box> boxes) {
		int at = from;
		while (at + HEADER_BYTES <= to) {
			int size = (int) number(file, at);
			String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
			if (size < HEADER_BYTES || size > to - at) {
				throw new IllegalArgumentException("no sound box of type " + type + " at " + at);
			}
			boxes.add(new Box(type, at, at + size));
			if (PARENTS.contains(type)) {
				collect(file, at + HEADER_BYTES, at + size, boxes);
			}
			at += size;
		}
	}

	/** The 32 bits at a place. */
	public static long number(byte[] file, int at) {
		return ByteBuffer.wrap(file).getInt(at) & 0xffffffffL;
	}

	/** Changes the 32 bits at a place. */
	public static void put(byte[] file, int at, long value) {
		ByteBuffer.wrap(file).putInt(at, (int) value);
	}

	/** A copy that says everywhere that it is so many ticks long. */
	public static byte[] withDuration(byte[] file, long ticks) {
		byte[] changed = file.clone();
		for (Box box : of(changed)) {
			switch (box.type) {
				// version and flags, two dates, then either the time scale or the track's number and a gap
				case "mvhd", "mdhd" -> put(changed, box.body() + 16, ticks);
				case "tkhd" -> put(changed, box.body() + 20, ticks);
				default -> {
					// says nothing of the duration
				}
			}
		}
		return changed;
	}

	/** A copy whose first box of this type has another body; the boxes around it grow with it, positions of what lies behind do not. */
	public static byte[] withBody(byte[] file, String type, byte[] body) {
		Box old = of(file, type).getFirst();
		byte[] changed = new byte[file.length + body.length - (old.end - old.body())];
		System.arraycopy(file, 0, changed, 0, old.body());
		System.arraycopy(body, 0, changed, old.body(), body.length);
		System.arraycopy(file, old.end, changed, old.body() + body.length, file.length - old.end);
		for (Box around : of(file)) {
			if (around.start <= old.start && around.end >= old.end) {
				put(changed, around.start, around.end - around.start + changed.length - file.length);
			}
		}
		return changed;
	}
}
