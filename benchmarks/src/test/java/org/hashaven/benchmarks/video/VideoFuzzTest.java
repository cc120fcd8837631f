package org.hashaven.benchmarks.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link VideoFuzz}. */
class VideoFuzzTest {

	private static final int MUTATED = 60;
	private static final int EVERY = 40;

	@TempDir
	private Path temporary;

	@Test
	void brokenVideosAreRefusedOrReadInPart() throws IOException, InterruptedException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		assertThat(VideoFuzz.run(temporary.resolve("fuzz"), MUTATED, seed, EVERY)).as(Seeds.describe(seed)).contains("read=")
				.contains("DAMAGED=")
				.contains("NOT_A_VIDEO=");
	}
}
