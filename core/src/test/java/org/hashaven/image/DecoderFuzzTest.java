package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated files: no crash, no hang, no memory beyond the limits, no file left behind, one plain line each. */
class DecoderFuzzTest {

	private static final String FILES_PROPERTY = "haven.fuzz.files";

	@Test
	void nothingComesOfMutatedFilesButAPictureOrOneLine(@TempDir Path folder) throws IOException, InterruptedException {
		long seed = Seeds.next();
		long files = Long.getLong(FILES_PROPERTY, 2_000);
		DecoderFuzz.Report report = DecoderFuzz.run(files, seed, folder);
		System.out.println(report);
		String replay = Seeds.describe(seed);
		assertThat(report.faults()).as(replay).isEmpty();
		assertThat(report.files()).isEqualTo(files);
		assertThat(report.outcomes().values().stream().mapToLong(Long::longValue).sum()).as(replay).isEqualTo(files);
		assertThat(report.outcomes()).as("the mutations neither spare nor wreck every file; %s", replay).containsKeys("decoded", "CORRUPT");
		assertThat(report.leftBehind()).as(replay).isEmpty();
		if (System.getProperty("os.name").equals("Linux")) {
			assertThat(report.chatter()).as(replay).isEmpty();
		}
		assertThat(report.worstMillis()).as(replay).isLessThan(DecoderFuzz.MAX_MILLIS);
		assertThat(report.rssMib()).as(replay).isLessThan(DecoderFuzz.MAX_RSS_MIB);
	}
}
