package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder: a second JVM, a real one. */
class HashIndexLockTest {

	private static final Hash256 HASH = Hashes.of(HashPopulation.filled(0));

	@TempDir
	private Path folder;

	/** The second process: holds the index open for writing, adds one record, and waits to be ended. */
	static final class Holder {

		private Holder() {
		}

		public static void main(String[] args) throws IOException {
			try (HashIndex index = HashIndex.open(Path.of(args[0]))) {
				index.add(Bank.DEFAULT.name(), List.of(HashRecord.ofPhoto(HASH, 100).withIdAndBank("held", Bank.DEFAULT.name())));
				System.out.println("added");
				System.in.read();
			}
		}
	}

	@Test
	void aSecondWriterIsToldAndAReaderIsLetIn() throws Exception {
		HashIndex.create(folder.resolve("index")).close();
		Path index = folder.resolve("index");
		Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Holder.class.getName(),
				index.toString()).redirectErrorStream(true).start();
		try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
			assertThat(said.readLine()).isEqualTo("added");

			assertRefused(Reason.LOCKED, () -> HashIndex.open(index));
			assertRefused(Reason.EXISTS, () -> HashIndex.create(index));
			try (HashIndex reader = HashIndex.openReadOnly(index)) {
				assertThat(reader.idsOf(HASH)).containsExactly("held");
			}

			holder.toHandle().destroyForcibly(); // by its handle, which leaves us what it said
			assertThat(said.readLine()).as("nothing else on the terminal of a process that writes").isNull();
		}
		try (HashIndex writer = HashIndex.open(index)) {
			assertThat(writer.idsOf(HASH)).containsExactly("held");
			assertRefused(Reason.LOCKED, () -> HashIndex.open(index));
		}
	}
}
