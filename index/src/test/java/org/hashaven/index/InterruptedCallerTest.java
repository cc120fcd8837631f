package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted does not break an index, nor call a sound one broken; it stays interrupted. */
class InterruptedCallerTest {

	private static final HashRecord RECORD = HashRecord.ofPhoto(Hashes.of(HashPopulation.filled(0)), 100);

	@TempDir
	private Path temporary;

	private interface Work {
		void run() throws IOException;
	}

	private static void interrupted(Work work) throws IOException {
		Thread.currentThread().interrupt();
		work.run();
		assertThat(Thread.interrupted()).as("still interrupted").isTrue();
	}

	@AfterEach
	void leaveNoInterruptBehind() {
		Thread.interrupted();
	}

	private static void fill(HashIndex index) throws IOException {
		for (int i = 0; i < 5; i++) {
			index.add(Bank.DEFAULT.name(), List.of(RECORD));
		}
	}

	@Test
	void everyLongWorkIsDone() throws IOException {
		Path folder = temporary.resolve("index");
		HashIndex[] index = new HashIndex[1];
		interrupted(() -> index[0] = HashIndex.create(folder));
		fill(index[0]);
		interrupted(() -> assertThat(index[0].verify().clean()).isTrue());
		interrupted(index[0]::compact);
		fill(index[0]);
		interrupted(index[0]::erase);
		interrupted(() -> index[0].snapshot(temporary.resolve("snapshot")));
		fill(index[0]);
		interrupted(index[0]::close);
		interrupted(() -> index[0] = HashIndex.open(folder));
		fill(index[0]);
		interrupted(index[0]::close);
		interrupted(() -> index[0] = HashIndex.openReadOnly(folder));
		assertThat(index[0].stats().records()).isEqualTo(20);
		interrupted(() -> assertThat(index[0].verify().clean()).isTrue());
		interrupted(index[0]::close);
	}

	@Test
	void interruptsInTheMiddleChangeNothing() throws IOException, InterruptedException {
		Thread caller = Thread.currentThread();
		Thread nuisance = Thread.ofPlatform().start(() -> {
			while (!Thread.currentThread().isInterrupted()) {
				caller.interrupt();
				Thread.onSpinWait();
			}
		});
		try (HashIndex index = HashIndex.create(temporary.resolve("index"))) {
			for (int round = 0; round < 5; round++) {
				index.compact();
				assertThat(index.verify().clean()).isTrue();
				index.snapshot(temporary.resolve("snapshot-" + round));
			}
		} finally {
			nuisance.interrupt();
			while (nuisance.isAlive()) {
				Thread.interrupted();
				Thread.onSpinWait();
			}
		}
	}
}
