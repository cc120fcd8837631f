package org.hashaven.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shuffles by the system's random numbers. */
class SystemRandomTest {

	@TempDir
	private Path folder;

	/** Each of the six orders is expected 1,000 times with a standard deviation of 29; to be off by 250 is less likely than 1e-16. */
	@Test
	void shuffle_manyTimes_allOrdersAreEquallyLikely() {
		Map<List<Integer>, Integer> counts = new HashMap<>();
		for (int i = 0; i < 6_000; i++) {
			List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
			SystemRandom.shuffle(list);
			counts.merge(list, 1, Integer::sum);
		}
		assertThat(counts).hasSize(6);
		assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(750, 1_250));
	}

	/** Twenty elements stay in their order, or come into the same order twice, once in 20! ≈ 2.4e18 times. */
	@Test
	void shuffle_deviceMissingOrTooShort_isDoneAllTheSame() throws IOException {
		File tooShort = Files.write(folder.resolve("short"), new byte[20]).toFile();
		for (File device : List.of(folder.resolve("missing").toFile(), tooShort)) {
			List<Integer> sorted = IntStream.range(0, 20).boxed().toList();
			List<Integer> first = new ArrayList<>(sorted);
			List<Integer> second = new ArrayList<>(sorted);
			SystemRandom.shuffle(first, device);
			SystemRandom.shuffle(second, device);
			assertThat(first).containsExactlyInAnyOrderElementsOf(sorted).isNotEqualTo(sorted).isNotEqualTo(second);
		}
	}
}
