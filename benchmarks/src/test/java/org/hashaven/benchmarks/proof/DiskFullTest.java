package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link DiskFull}; where no disk can be mounted, that this is said. */
class DiskFullTest {

	private static final int MEGABYTES = 8;
	private static final int ROUNDS = 3;

	@TempDir
	private Path temporary;

	@Test
	void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		assertThat(DiskFull.run(temporary.resolve("disk"), MEGABYTES, ROUNDS, seed)).as(Seeds.describe(seed))
				.contains(SmallDisk.canMount() ? "nothing lost" : DiskFull.NOT_RUN);
	}
}
