package org.hashaven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link WorkerFuzz}. */
class WorkerFuzzTest {

	private static final int FILES = 300;

	@Test
	void hash_mutatedFiles_eachHasAnAnswerWithinTheBudget(@TempDir Path folder) throws Exception {
		long seed = Seeds.next();
		WorkerFuzz.Report report = WorkerFuzz.run(FILES, seed, folder);
		System.out.println(report);
		String replay = Seeds.describe(seed);
		assertThat(report.outcomes().values().stream().mapToLong(Long::longValue).sum()).as(replay).isEqualTo(FILES);
		assertThat(report.outcomes()).as(replay).containsKeys("photo", "video", "CORRUPT");
		assertThat(report.faults()).as(replay).isEmpty();
		assertThat(report.killers()).as(replay).isEmpty();
		assertThat(report.residentMib()).as(replay).isLessThan(WorkerFuzz.BUDGET.memoryMb());
	}
}
