package org.hashaven.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.matcher.UploadMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.testdata.broken.SeedPictures;
import org.hashaven.worker.Budget;
import org.hashaven.worker.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, as it stands there. */
class ReadmeExampleTest {

	@TempDir
	private Path folder;

	private final List<UploadMatch> rejected = new ArrayList<>();
	private final List<UploadMatch> reviewed = new ArrayList<>();

	private void reject(UploadMatch match) {
		rejected.add(match);
	}

	private void review(UploadMatch match) {
		reviewed.add(match);
	}

	@Test
	void example_listedPhoto_isRejected() throws IOException {
		Path blocklist = folder.resolve("blocklist");
		Path upload = Files.write(folder.resolve("upload.jpg"), SeedPictures.baselineJpeg());
		try (HashIndex index = HashIndex.create(blocklist)) {
			PdqResult hash = PdqHasher.hash(new ImageDecoder().decode(upload));
			index.add(Bank.DEFAULT.name(), List.of(HashRecord.ofPhoto(hash.hash(), hash.quality())));
		}
		try (HashIndex index = HashIndex.open(blocklist); WorkerPool workers = new WorkerPool(2, Budget.DEFAULT)) {
			UploadMatcher matcher = new UploadMatcher(index, workers, MatchOptions.DEFAULT);
			UploadMatch match = matcher.match(upload); // photo or video, decoded in a sandboxed process, in all views
			if (match.blocks()) {
				reject(match);
			} else if (match.isUndecided()) {
				review(match);
			}
		}
		assertThat(rejected).hasSize(1);
		assertThat(reviewed).isEmpty();
	}
}
