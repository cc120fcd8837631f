package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who only matches needs hash, index and four libraries in Java: no decoder, no native library. */
class MatchingOnlyTest {

	/** hash, index and this test; Lucene, RoaringBitmap, Jackson for lists, JSpecify. */
	private static final List<String> NEEDED = List.of("/hash/target/", "/hashaven-hash", "/index/target/", "/hashaven-index",
			"lucene-core",
			"RoaringBitmap", "jackson-core", "jspecify");

	@TempDir
	private Path folder;

	@Test
	void index_onAClassPathWithoutDecoders_listsAndMatches() throws IOException, InterruptedException {
		String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter(entry -> NEEDED.stream().anyMatch(part -> entry.replace(File.separatorChar, '/').contains(part)))
				.collect(Collectors.joining(File.pathSeparator));
		assertThat(classPath).doesNotContain("bytedeco").doesNotContain("core/target").doesNotContain("hashaven-core");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
				MatchingOnly.class.getName(), folder.resolve("index").toString()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said).contains("distance 0");
	}
}
