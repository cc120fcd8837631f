package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link ErasureSearch}. */
class ErasureSearchTest {

	private static final int RECORDS = 8_000;
	private static final int WITHDRAWN = 40;
	private static final Duration ERASURE_TIME = Duration.ofSeconds(6);

	@TempDir
	private Path temporary;

	@Test
	void withdrawnHashesAreInNoFile() throws IOException, InterruptedException {
		long seed = Seeds.next();
		ErasureSearch search = new ErasureSearch(temporary.resolve("index"), RECORDS, WITHDRAWN, ERASURE_TIME, seed);
		assertThat(search.run()).as(Seeds.describe(seed)).contains("in none PT6S afterwards");
	}
}
