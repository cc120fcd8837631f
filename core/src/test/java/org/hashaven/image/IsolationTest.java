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
public class IsolationTest {

	/** What the JDK loads to talk to a network, and what native code would. */
	public static final String NETWORK_CLASS = ".*\\b(java\\.net\\.(InetAddress|Socket|NetworkInterface)|sun\\.nio\\.ch\\.(Net|NioSocketImpl)) .*";
	private static final String NETWORK_LIBRARY = ".*(avformat|libssl|libcurl|libextnet|videoio).*";

	/** Decodes the files that are its arguments; then says which native libraries are in its memory. */
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
					System.out.write(in.readAllBytes());
				}
			}
		}
	}

	@Test
	void decodesEveryFormatWithoutNetworkAndWithoutATrace(@TempDir Path folder) throws IOException, InterruptedException {
		Path natives = DecoderChild.prepare(folder);
		Path calls = folder.resolve("calls");
		List<String> command = new ArrayList<>(prefix("unshare", "--net", "--map-root-user"));
		List<String> tracing = prefix("strace", "-f", "-e", "trace=socket,connect", "-o", calls.toString());
		command.addAll(tracing);
		command.addAll(DecoderChild.command(folder, natives, "-Xmx256m", Child.class));
		command.add(command.indexOf("-cp"), "-Xlog:class+load");
		Map<String, byte[]> sound = DecoderChild.soundFiles();
		for (Map.Entry<String, byte[]> file : sound.entrySet()) {
			command.add(Files.write(folder.resolve("sound").resolve(file.getKey()), file.getValue()).toString());
		}
		for (Path readOnly : natives == null ? List.<Path>of() : List.of(natives, folder.resolve("sound"))) {
			assertThat(readOnly.toFile().setWritable(false)).isTrue();
		}
		Files.deleteIfExists(calls);
		List<String> before = list(folder);
		Process child = new ProcessBuilder(command).directory(folder.resolve("work").toFile()).redirectErrorStream(true).start();
		List<String> said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
		for (Path readOnly : List.of(folder.resolve("natives"), folder.resolve("sound"))) {
			readOnly.toFile().setWritable(true);
		}
		assertThat(child.exitValue()).isZero();
		assertThat(said).contains("decoded " + sound.size());
		assertThat(said).noneMatch(line -> line.matches(NETWORK_CLASS)).noneMatch(line -> line.matches(NETWORK_LIBRARY));
		if (!tracing.isEmpty()) {
			assertThat(Files.readAllLines(calls)).noneMatch(line -> line.contains("AF_INET"));
			Files.delete(calls);
		}
		if (natives != null) {
			assertThat(list(folder)).isEqualTo(before);
		}
	}

	/** A program that starts another, with its options, where this system has it and allows it; else nothing. */
	public static List<String> prefix(String... command) throws InterruptedException {
		List<String> probe = new ArrayList<>(List.of(command));
		probe.add("true");
		try {
			return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0 ? List.of(command) : List.of();
		} catch (IOException e) {
			return List.of();
		}
	}

	/** Every file below with its size and time of change. */
	private static List<String> list(Path folder) throws IOException {
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter(Files::isRegularFile).sorted()
					.map(path -> path + " " + path.toFile().length() + " " + path.toFile().lastModified())
					.toList();
		}
	}
}
