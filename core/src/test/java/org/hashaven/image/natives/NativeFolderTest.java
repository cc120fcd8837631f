package org.hashaven.image.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of native libraries that an application ships; {@code IsolationTest} shows that it is enough to decode with. */
class NativeFolderTest {

	@Test
	void holdsTheLibrariesWhereTheirListIsKnown(@TempDir Path folder) throws IOException {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int status = NativeFolder.run(new PrintStream(err, true, StandardCharsets.UTF_8), folder.resolve("natives").toString());
		if (Loader.Detector.getPlatform().startsWith("linux-")) {
			assertThat(status).isZero();
			try (Stream<Path> files = Files.list(folder.resolve("natives"))) {
				assertThat(files.map(file -> file.getFileName().toString())).contains("libjnijavacpp.so", "libjniopencv_imgcodecs.so",
						"libjniavcodec.so", "libjniswscale.so", "libjniavformat.so")
						.noneMatch(name -> name.matches(".*(avfilter|avdevice|openblas|gfortran).*"));
			}
		} else {
			assertThat(status).isEqualTo(1);
			assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1);
		}
	}

	@Test
	void asksForOneFolder() throws IOException {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertThat(NativeFolder.run(new PrintStream(err, true, StandardCharsets.UTF_8))).isEqualTo(2);
		assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
	}
}
