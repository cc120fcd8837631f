package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link KillRounds}. */
class KillRoundsTest {

	private static final int ROUNDS = 5;

	@TempDir
	private Path temporary;

	@Test
	void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		KillRounds rounds = new KillRounds(temporary.resolve("index"), seed);
		for (int round = 0; round < ROUNDS; round++) {
			assertThat(rounds.round(true)).as(Seeds.describe(seed)).contains("verify clean");
		}
	}
}
