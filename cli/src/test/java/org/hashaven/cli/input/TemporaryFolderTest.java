package org.hashaven.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a killed run left is removed by the next, and nothing else. */
class TemporaryFolderTest {

	@Test
	void foldersOfProcessesThatAreNoMoreGo() throws IOException, InterruptedException {
		Process gone = new ProcessBuilder("true").start();
		gone.waitFor();
		Path own = TemporaryFolder.make("test");
		Path parent = Objects.requireNonNull(own.getParent());
		Path left = Files.createDirectories(parent.resolve("haven-test-" + gone.pid() + "-123"));
		Files.writeString(left.resolve("a-list"), "hashes");
		Path live = Files.createDirectories(parent.resolve("haven-test-" + ProcessHandle.current().pid() + "-456"));
		Path other = Files.createDirectories(parent.resolve("haven-test-of-mine-789"));
		Path link = Files.createSymbolicLink(parent.resolve("haven-test-" + gone.pid() + "-link"), other);
		Path next = TemporaryFolder.make("test");
		assertThat(left).doesNotExist();
		assertThat(own).exists();
		assertThat(live).exists();
		assertThat(other).exists();
		for (Path made : new Path[]{link, own, live, other, next}) {
			Files.delete(made);
		}
	}
}
