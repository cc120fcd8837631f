package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link BitFlips}. */
class BitFlipsTest {

	private static final int RECORDS = 6_000; // enough that the large segment has tables
	private static final int FLIPS = 150;
	private static final int CUT_EACH = 200;

	@TempDir
	private Path temporary;

	@Test
	void damageIsNoticed() throws IOException, InterruptedException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		BitFlips flips = new BitFlips(temporary.resolve("flips"), RECORDS, FLIPS, CUT_EACH, seed);
		assertThat(flips.run()).as(Seeds.describe(seed)).contains("hmd").contains("VERIFY").contains("OPEN").contains("COMPACT");
	}
}
