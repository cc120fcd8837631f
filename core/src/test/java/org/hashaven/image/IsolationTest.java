package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoding opens no connection and writes no file: a JVM decodes every format without a network, and is looked at afterwards. */
class IsolationTest {

	/** Decodes the files that are its arguments; then says which libraries that could open a connection are in its memory. */
	static final class Child {

		private Child() {
		}

		public static void main(String[] args) throws IOException {
			for (String file : args) {
				new ImageDecoder().decode(Path.of(file));
			}
			System.out.println("decoded " + args.length);
			File maps = new File("/proc/self/maps");
			if (maps.exists()) {
				try (FileInputStream in = new FileInputStream(maps)) {
					new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(".*/", ""))
							.filter(name -> name.matches("libnet\\.so|libavformat.*|libextnet.*|libssl.*|libcurl.*")).distinct()
							.forEach(System.out::println);
				}
			}
		}
	}

	@Test
	void decodesEveryFormatWithoutNetworkAndWithoutATrace(@TempDir Path folder) throws IOException, InterruptedException {
		Path natives = DecoderChild.prepare(folder);
		List<String> command = new ArrayList<>(withoutNetwork());
		command.addAll(DecoderChild.command(folder, natives, "-Xmx256m", Child.class));
		Map<String, byte[]> sound = DecoderChild.soundFiles();
		for (Map.Entry<String, byte[]> file : sound.entrySet()) {
			command.add(Files.write(folder.resolve("sound").resolve(file.getKey()), file.getValue()).toString());
		}
		for (Path readOnly : natives == null ? List.<Path>of() : List.of(natives, folder.resolve("sound"))) {
			assertThat(readOnly.toFile().setWritable(false)).isTrue();
		}
		List<String> before = list(folder);
		Process child = new ProcessBuilder(command).directory(folder.resolve("work").toFile()).redirectErrorStream(true).start();
		String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
		List<String> after = list(folder);
		for (Path readOnly : List.of(folder.resolve("natives"), folder.resolve("sound"))) {
			readOnly.toFile().setWritable(true);
		}
		assertThat(said.strip()).isEqualTo("decoded " + sound.size());
		assertThat(child.exitValue()).isZero();
		if (natives != null) {
			assertThat(after).isEqualTo(before);
		}
	}

	/** The prefix that starts a program in a network namespace with nothing in it, where the system grants one; else nothing. */
	private static List<String> withoutNetwork() throws InterruptedException {
		List<String> prefix = List.of("unshare", "--net", "--map-root-user");
		List<String> probe = new ArrayList<>(prefix);
		probe.add("true");
		try {
			return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0 ? prefix : List.of();
		} catch (IOException e) {
			return List.of();
		}
	}

	/** Every file below with its size and time of change. */
	private static List<String> list(Path folder) throws IOException {
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter(Files::isRegularFile).sorted().map(path -> path + " " + path.toFile().length() + " " + path.toFile().lastModified())
					.toList();
		}
	}
}
