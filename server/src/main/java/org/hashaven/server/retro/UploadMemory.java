package org.hashaven.server.retro;

import java.util.List;
import org.hashaven.hash.record.MediaRecord;

/** Where uploads are remembered that may turn out to show something that is listed later. Thread-safe. */
public interface UploadMemory {

	/** Remembers nothing. */
	UploadMemory NONE = () -> new Upload() {
		@Override
		public void remember(List<? extends MediaRecord> media, String reference) {
			// it is not wanted
		}

		@Override
		public void close() {
			// nothing was begun
		}
	};

	/**
	 * Begins an upload, before it is looked up: a record that is listed from now on, too late for that lookup, is looked up among the
	 * remembered only when the upload is closed.
	 */
	Upload begin();

	/** An upload, or several, on their way. */
	interface Upload extends AutoCloseable {

		/**
		 * Remembers one; on the disk within a second.
		 *
		 * @param media
		 *            its hashes, without ids
		 * @param reference
		 *            what its caller calls it
		 */
		void remember(List<? extends MediaRecord> media, String reference);

		@Override
		void close();
	}
}
