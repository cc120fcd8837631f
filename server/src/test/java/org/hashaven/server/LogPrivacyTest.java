package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No hash is ever logged, even where an operator asks every library for every detail. */
class LogPrivacyTest {

	private static final Logger ROOT = Logger.getLogger("");

	@TempDir
	private Path folder;

	private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
	private final Level before = ROOT.getLevel();
	private final Handler catching = new Handler() {
		@Override
		public void publish(LogRecord entry) {
			logged.add(new SimpleFormatter().format(entry));
		}

		@Override
		public void flush() {
			// nothing waits
		}

		@Override
		public void close() {
			// nothing is open
		}
	};

	@BeforeEach
	void catchAll() {
		catching.setLevel(Level.ALL);
		ROOT.addHandler(catching);
		ROOT.setLevel(Level.ALL);
	}

	@AfterEach
	void letGo() {
		ROOT.setLevel(before);
		ROOT.removeHandler(catching);
	}

	@Test
	void allPaths_logNoHash() {
		List<String> secrets;
		try (Service service = Service.start(folder.resolve("index"))) {
			secrets = AllPaths.ask(service);
		}
		assertThat(secrets).as("some were made by the service").hasSizeGreaterThan(3);
		assertThat(logged).as("the test catches something").isNotEmpty();
		for (String secret : secrets) {
			assertThat(logged).noneMatch(line -> line.contains(secret));
		}
	}
}
