package org.hashaven.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program on the module path sees of each module, and what each brings along. */
class ModulesTest {

	/** The class path as a module path, without what tests alone need. */
	private static final ModuleFinder FINDER = ModuleFinder.of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> !entry.contains("test-classes") && !entry.contains("testdata") && !entry.contains("samples")).map(Path::of)
			.toArray(Path[]::new));

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
}
