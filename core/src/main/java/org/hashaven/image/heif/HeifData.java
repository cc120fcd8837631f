package org.hashaven.image.heif;

import java.io.ByteArrayOutputStream;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;

/** Joins the extents of one item, within the box that holds them and never to more bytes than the file has. */
final class HeifData {

	private final Bytes bytes;
	private final HeifBox holder;
	private final ByteArrayOutputStream joined = new ByteArrayOutputStream();

	HeifData(Bytes bytes, HeifBox holder) {
		this.bytes = bytes;
		this.holder = holder;
	}

	/**
	 * @param length
	 *            0 means: up to the end
	 */
	void add(long start, long length) throws ImageException {
		long end = length == 0 ? holder.end() : start + length;
		if (start < holder.start() || start > end || end > holder.end()) {
			throw ImageErrors.corrupt("The picture is cut off: part of it is missing.");
		}
		// Extents may overlap: together they could claim the file many times over.
		if (joined.size() + (end - start) > bytes.length()) {
			throw ImageErrors.corrupt("The HEIF file's index contradicts itself.");
		}
		joined.write(bytes.array(), (int) start, (int) (end - start));
	}

	byte[] join() {
		return joined.toByteArray();
	}
}
