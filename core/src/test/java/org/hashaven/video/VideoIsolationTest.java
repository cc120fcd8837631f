package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hashaven.image.DecoderChild;
import org.hashaven.image.IsolationTest;
import org.hashaven.testdata.videos.broken.SeedVideos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashing videos opens no connection and writes no file: a JVM hashes every format without a network, and is looked at afterwards. */
class VideoIsolationTest {

	/** Hashes the files that are its arguments. */
	static final class Child {

		private Child() {
		}

		public static void main(String[] args) throws IOException {
			for (String file : args) {
				new VideoHasher().hash(Path.of(file));
			}
			System.out.println("hashed " + args.length);
		}
	}

	@Test
	void hashesEveryFormatWithoutNetworkAndWithoutATrace(@TempDir Path folder) throws IOException, InterruptedException {
		@Nullable
		Path natives = DecoderChild.prepare(folder);
		Path calls = folder.resolve("calls");
		List<String> command = new ArrayList<>(IsolationTest.prefix("unshare", "--net", "--map-root-user"));
		List<String> tracing = IsolationTest.prefix("strace", "-f", "-e", "trace=socket,connect", "-o", calls.toString());
		command.addAll(tracing);
		command.addAll(DecoderChild.command(folder, natives, "-Xmx256m", Child.class));
		command.add(command.indexOf("-cp"), "-Xlog:class+load");
		Map<String, byte[]> videos = new LinkedHashMap<>(SeedVideos.all());
		videos.keySet().removeIf(name -> name.startsWith("sound-only"));
		for (Map.Entry<String, byte[]> video : videos.entrySet()) {
			command.add(Files.write(folder.resolve("sound").resolve(video.getKey()), video.getValue()).toString());
		}
		Files.deleteIfExists(calls);
		Process child = new ProcessBuilder(command).directory(folder.resolve("work").toFile()).redirectErrorStream(true).start();
		List<String> said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(child.exitValue()).isZero();
		assertThat(said).contains("hashed " + videos.size());
		// What FFmpeg's own log would say among it, too: each line is a class, or ours.
		assertThat(said).allMatch(line -> line.startsWith("[") || line.startsWith("hashed "));
		assertThat(said).noneMatch(line -> line.matches(IsolationTest.NETWORK_CLASS));
		if (!tracing.isEmpty()) {
			assertThat(Files.readAllLines(calls)).noneMatch(line -> line.contains("AF_INET"));
		}
		if (natives != null) {
			assertThat(DecoderChild.leftBehind(folder)).isEmpty();
		}
	}
}
