package org.hashaven.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link Soak}. */
class SoakTest {

	private static final int SECONDS = 6;
	private static final int RECORDS = 5_000;

	@TempDir
	private Path temporary;

	@Test
	void readersSeeWhatIsAcknowledged() throws IOException, InterruptedException {
		long seed = Seeds.next();
		List<String> lines = new ArrayList<>(List.of(Seeds.describe(seed)));
		Soak.run(temporary.resolve("index"), SECONDS, RECORDS, seed, line -> {
			System.out.println(line);
			lines.add(line);
		});
		assertThat(lines).last().asString().contains("no mismatch; memory is flat");
	}
}
