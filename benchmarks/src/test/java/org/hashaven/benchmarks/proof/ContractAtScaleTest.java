package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short version of {@link ContractAtScale}. */
class ContractAtScaleTest {

	private static final int[] SIZES = {1, 300};
	private static final int ROWS_ASKED = 2_000;

	@ParameterizedTest
	@EnumSource
	void theOracleIsRight(HashPopulation.Kind kind) throws IOException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		ContractAtScale contract = new ContractAtScale(ROWS_ASKED, seed);
		for (int size : SIZES) {
			contract.check(kind, size);
		}
		assertThat(contract.summary()).contains("equal to the oracle's");
	}
}
