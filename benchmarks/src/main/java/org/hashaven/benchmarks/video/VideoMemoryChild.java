package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;

/** Hashes one video and says what it took; watched by {@link VideoMemory}. */
final class VideoMemoryChild {

	private VideoMemoryChild() {
	}

	/** The argument is the file. */
	public static void main(String[] args) throws IOException {
		VideoHash hash = new VideoHasher().hash(Path.of(args[0]));
		System.out.printf("%d frames decoded, %d kept, peak %d MB%n", hash.decodedFrames(), hash.frames().size(), PeakMemory.mb());
	}
}
