package org.hashaven.image.codec;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.image.ImageException;
import org.jspecify.annotations.Nullable;

/**
 * One box of the ISO base media file format (ISO/IEC 14496-12): a length, four letters, a body, which may hold boxes again.
 *
 * @param type
 *            position of the four letters
 * @param start
 *            position of the body
 * @param end
 *            position after the body
 */
public record HeifBox(Bytes bytes, long type, long start, long end) {

	/** Real files have tens of boxes on a level, a grid of tiles hundreds. */
	private static final int MAX_BOXES = 1 << 14;

	public boolean is(String name) {
		return bytes.is(type, name);
	}

	/**
	 * The boxes from {@code start} to {@code end}. The last one may claim more than there is: a file cut behind its index still has one.
	 */
	public static List<HeifBox> list(Bytes bytes, long start, long end) throws ImageException {
		List<HeifBox> boxes = new ArrayList<>();
		long at = start;
		while (at + 8 <= end && boxes.size() < MAX_BOXES) {
			long size = bytes.u32(at);
			long header = 8;
			if (size == 1) {
				size = bytes.u64(at + 8);
				header = 16;
			}
			if (size == 0 || size > end - at) {
				size = end - at;
			}
			if (size < header) {
				throw ImageErrors.corrupt("The HEIF file has a box that contradicts itself.");
			}
			boxes.add(new HeifBox(bytes, at + 4, at + header, at + size));
			at += size;
		}
		return boxes;
	}

	/** The boxes in the body, after {@code skip} bytes of fields. */
	public List<HeifBox> children(int skip) throws ImageException {
		return list(bytes, start + skip, end);
	}

	public static @Nullable HeifBox find(List<HeifBox> boxes, String name) {
		for (HeifBox box : boxes) {
			if (box.is(name)) {
				return box;
			}
		}
		return null;
	}

	public static HeifBox require(List<HeifBox> boxes, String name) throws ImageException {
		HeifBox box = find(boxes, name);
		if (box == null) {
			throw ImageErrors.corrupt("The HEIF file has no picture.");
		}
		return box;
	}

	/** The version of a full box, whose body begins with it and three bytes of flags. */
	public int version() throws ImageException {
		return bytes.u8(start);
	}

	/** The lowest byte of a full box's flags. */
	public int flags() throws ImageException {
		return bytes.u8(start + 3);
	}
}
