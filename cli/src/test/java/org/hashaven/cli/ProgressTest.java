package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** When there is a progress bar, and what it shows. */
class ProgressTest {

	private static String shown(Terminal terminal, int steps) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Console console = new Console(terminal, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
		try (Progress progress = Progress.of(new Session(console, Texts.of(Language.ENGLISH)), steps)) {
			for (int i = 0; i < steps; i++) {
				progress.step();
			}
		}
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void longWorkThatAPersonWatchesHasABar() {
		assertThat(shown(new Terminal(false, true, 80, true), 100)).contains("Working", "100%", "100/100").endsWith("\r\u001b[K");
	}

	@Test
	void shortWorkHasNone() {
		assertThat(shown(new Terminal(false, true, 80, true), 3)).isEmpty();
	}

	@Test
	void aFileOrAProgramReadingTheMessagesSeesNone() {
		assertThat(shown(new Terminal(false, false, 80, true), 100)).isEmpty();
	}

	@Test
	void resultsRunningOverTheScreenAreProgressEnough() {
		assertThat(shown(new Terminal(true, true, 80, true), 100)).isEmpty();
	}
}
