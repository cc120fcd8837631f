package org.hashaven.video.input;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoHash;
import org.jspecify.annotations.Nullable;

/** The decoded frames of one file, in the order in which they are shown. */
public interface FrameSource extends AutoCloseable {

	/**
	 * The next frame, which is valid until the next call; null after the last.
	 *
	 * @throws IOException
	 *             when there is nothing that could be decoded, when the file cannot be read, or when the caller wants no more
	 */
	@Nullable
	AVFrame next() throws IOException;

	/** Length of one step of the frames' timestamps, in seconds; a millisecond where the container has no unit of its own. */
	default double timeUnit() {
		return 0.001;
	}

	/** What brings the frame upright that was last returned; nothing where the container cannot say. */
	default Symmetry turn() {
		return Symmetry.IDENTITY;
	}

	/** How reading has gone until now. */
	VideoHash.Ending ending();

	@Override
	void close();
}
