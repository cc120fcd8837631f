package org.hashaven.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program on the module path sees of each module, and what each brings along. */
class ModulesTest {

	private static final List<String> CLASS_PATH = List.of(System.getProperty("java.class.path").split(File.pathSeparator));

	/** The class path as a module path, without what tests alone need. */
	private static final List<String> MODULE_PATH = CLASS_PATH.stream()
			.filter(entry -> Stream.of("test-classes", "testdata", "samples", "junit", "assertj", "archunit", "slf4j")
					.noneMatch(entry::contains))
			.toList();

	private static final ModuleFinder FINDER = ModuleFinder.of(MODULE_PATH.stream().map(Path::of).toArray(Path[]::new));

	@TempDir
	private Path folder;

	private static Set<String> exports(String module) {
		return FINDER.find(module).orElseThrow().descriptor().exports().stream().map(Exports::source).collect(Collectors.toSet());
	}

	private static Set<String> resolved(String module) {
		Configuration configuration = ModuleLayer.boot().configuration().resolve(FINDER, ModuleFinder.of(), Set.of(module));
		return configuration.modules().stream().map(each -> each.name()).collect(Collectors.toSet());
	}

	@Test
	void index_exportsItsFacadeAndTheHammingFormatAlone() {
		assertThat(exports("org.hashaven.index")).containsExactlyInAnyOrder("org.hashaven.index", "org.hashaven.index.hamming");
	}

	@Test
	void index_bringsNothingNative() {
		assertThat(resolved("org.hashaven.index")).contains("org.hashaven.hash", "org.apache.lucene.core")
				.noneMatch(name -> name.startsWith("org.bytedeco") || name.equals("org.hashaven.core"));
	}

	@Test
	void matcher_bringsDecodersAndIndex() {
		assertThat(resolved("org.hashaven.matcher")).contains("org.hashaven.core", "org.hashaven.index", "org.bytedeco.opencv",
				"org.bytedeco.ffmpeg");
		assertThat(exports("org.hashaven.matcher")).containsExactly("org.hashaven.matcher");
	}

	/** A program outside of the modules, which are named: what one of them lacks is seen when it runs. */
	@Test
	void matcher_onTheModulePath_matches() throws IOException, InterruptedException {
		Path photo = Files.write(folder.resolve("photo.jpg"), SeedPictures.baselineJpeg());
		String classes = CLASS_PATH.stream().filter(entry -> entry.contains("test-classes"))
				.collect(Collectors.joining(File.pathSeparator));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=org.hashaven.core,org.bytedeco.javacpp", "-p", String.join(File.pathSeparator, MODULE_PATH),
				"--add-modules", "org.hashaven.matcher,ALL-MODULE-PATH", "-cp", classes, "org.hashaven.program.ModularPlatform",
				folder.resolve("index").toString(), photo.toString()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said).contains("org.hashaven.matcher blocks: true");
	}
}
