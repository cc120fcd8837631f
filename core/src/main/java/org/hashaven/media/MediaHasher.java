package org.hashaven.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.image.ByteSource;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/**
 * The façade: the file of a photo or a video in, its hashes out. What a file is, its content says, never its name.
 *
 * <p>
 * {@link InProcessHasher} decodes in this process, {@link org.hashaven.worker.WorkerPool} in sandboxed worker processes. Thread-safe.
 */
public interface MediaHasher extends Closeable {

	/**
	 * Hashes a file.
	 *
	 * @param lookup
	 *            where a photo is looked up at once; null where it is only hashed
	 * @throws org.hashaven.image.ImageException
	 *             when it is not a video, nor a picture that can be read within the limits
	 * @throws org.hashaven.video.VideoException
	 *             when it is a video that cannot be read within the limits, or {@code progress} stopped it
	 * @throws IOException
	 *             when the file itself cannot be read, or what {@code lookup} threw
	 */
	default HashedMedia hash(Path file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return hash(source, options, lookup, progress);
		}
	}

	/**
	 * Hashes a file that is open, which stays so; likewise.
	 *
	 * @throws IOException
	 *             as there
	 */
	HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress) throws IOException;

	/** Stops any worker processes. */
	@Override
	void close();
}
