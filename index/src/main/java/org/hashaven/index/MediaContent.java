package org.hashaven.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;

/**
 * What an id stands for: a single hash, or the times and hashes of a video's frames in their order. Qualities may change without it being
 * something else.
 *
 * @param video
 *            whether it is a video, be it of a single frame
 * @param entries
 *            for each record four bytes of its time, 0 in a single hash, and the bytes of its hash
 */
record MediaContent(boolean video, BytesRef entries) {

	private static final int ENTRY_BYTES = Integer.BYTES + Hash256.BYTES;

	/** A single hash. */
	static MediaContent of(Hash256 hash) {
		Builder builder = new Builder(false);
		builder.add(0, hash.toBytes());
		return builder.build();
	}

	/** A video. */
	static MediaContent of(List<FrameHash> frames) {
		Builder builder = new Builder(true);
		for (FrameHash frame : frames) {
			builder.add(frame.timeMs(), frame.hash().toBytes());
		}
		return builder.build();
	}

	/** Number of records. */
	int size() {
		return entries.length / ENTRY_BYTES;
	}

	/** What is left when the records of a hash are taken out. */
	MediaContent without(Hash256 hash) {
		byte[] wanted = hash.toBytes();
		Builder rest = new Builder(video);
		for (int at = 0; at < entries.length; at += ENTRY_BYTES) {
			ByteBuffer entry = ByteBuffer.wrap(entries.bytes, entries.offset + at, ENTRY_BYTES);
			int timeMs = entry.getInt();
			byte[] bytes = new byte[Hash256.BYTES];
			entry.get(bytes);
			if (!Arrays.equals(bytes, wanted)) {
				rest.add(timeMs, bytes);
			}
		}
		return rest.build();
	}

	/** Neither times nor hashes. */
	@Override
	public String toString() {
		return "MediaContent[hidden]";
	}

	/** The same, record by record. */
	static final class Builder {

		private final boolean video;
		private final BytesRefBuilder entries = new BytesRefBuilder();
		private final byte[] time = new byte[Integer.BYTES];

		Builder(boolean video) {
			this.video = video;
		}

		/** Adds a record with the bytes of its hash, of which a copy is taken. */
		void add(int timeMs, byte[] hash) {
			ByteBuffer.wrap(time).putInt(timeMs);
			entries.append(time, 0, time.length);
			entries.append(hash, 0, hash.length);
		}

		MediaContent build() {
			return new MediaContent(video, entries.toBytesRef());
		}
	}
}
