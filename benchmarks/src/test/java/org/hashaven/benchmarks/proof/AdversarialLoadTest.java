package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.index.HashIndex;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link AdversarialLoad}. */
class AdversarialLoadTest {

	private static final int ORDINARY = 5_000;

	@TempDir
	private Path temporary;

	@Test
	void floodsHideNothing() throws IOException {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		try (HashIndex index = HashIndex.create(temporary.resolve("index"))) {
			AdversarialLoad flood = new AdversarialLoad(index, seed);
			flood.fill(ORDINARY);
			assertThat(flood.ask("as written")).as(Seeds.describe(seed)).hasSize(15);
			index.compact();
			assertThat(flood.ask("compacted")).as(Seeds.describe(seed)).hasSize(15);
		}
	}
}
